package org.kcibridge.it.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.it.run.BridgeServer;
import org.kcibridge.it.run.ServerSettings;

/** A bridge on the bench's second database that dies when told, from whichever thread sees the right moment. */
final class CrashingBridge implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(40);

    private final BridgeServer server;
    private final ApiClient api;
    private volatile CountDownLatch life = new CountDownLatch(0);

    /** Logs JSON, which others do not. */
    CrashingBridge(Bench bench) {
        this(bench, "crash", Map.of("BRIDGE_LOG_FORMAT", "json"));
    }

    /**
     * One of several.
     *
     * @param name tells it from the others on this bench
     * @param settings what is different for it, by the names of its environment
     */
    CrashingBridge(Bench bench, String name, Map<String, String> settings) {
        int port = FreePort.next();
        Path base = bench.folder().resolve(name);
        server = new BridgeServer(
                ServerSettings.local(
                                Path.of(System.getProperty("jboss.home")),
                                Path.of(System.getProperty("bridge.ear")),
                                base,
                                port,
                                FreePort.next())
                        .with(bench.settings(bench.crashDatabase(), port))
                        .with(settings)
                        // It spends its short lives starting.
                        .withJavaOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                line -> {});
        api = new ApiClient(Bench.local(port), Bench.TOKEN);
    }

    ApiClient api() {
        return api;
    }

    Path log() {
        return server.log();
    }

    /** Starts it unless it lives. */
    void start() {
        uninterrupted(() -> {
            if (!server.isAlive()) {
                server.endOrphan();
                server.start();
                life = new CountDownLatch(1);
                server.awaitReady(START);
            }
        });
    }

    /** Kills it in the middle of whatever it does. */
    void kill() {
        uninterrupted(server::kill9);
        life.countDown();
    }

    /** Ends it in order, as SIGTERM does. */
    void stop() {
        uninterrupted(server::stop);
        life.countDown();
    }

    void awaitEnd() {
        uninterrupted(() -> {
            if (!life.await(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the bridge has not come to the point where it was to be killed");
            }
        });
    }

    @Override
    public void close() {
        stop();
    }

    private static void uninterrupted(Step step) {
        try {
            step.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private interface Step {
        void take() throws InterruptedException;
    }
}
