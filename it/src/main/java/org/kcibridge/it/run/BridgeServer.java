package org.kcibridge.it.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * WildFly with the bridge, as a child process. It can be started again after any kind of end, on the same data: the run
 * command does so from one day to the next, the crash tests within seconds.
 */
public final class BridgeServer implements AutoCloseable {

    /** For what the server does after it has finished what was in hand. */
    private static final int POLITENESS_SECONDS = 10;

    private static final String STOP_TIMEOUT = "BRIDGE_STOP_TIMEOUT";
    private static final String DEFAULT_STOP_TIMEOUT = "20";
    private static final int PROBE_MILLISECONDS = 100;

    private final ServerSettings settings;
    private final ServerBase base;
    private final ManagementLogin login;
    private final Consumer<String> listener;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;
    private ServerOutput output;
    private String newPassword;

    /**
     * Describes a server that is not started yet.
     *
     * @param listener gets the warnings and errors of a running server, line by line
     */
    public BridgeServer(ServerSettings settings, Consumer<String> listener) {
        this.settings = settings;
        this.base = new ServerBase(settings);
        this.login = new ManagementLogin(base.configuration().resolve("mgmt-users.properties"));
        this.listener = listener;
    }

    /** Starts the process and returns at once. */
    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException("the server runs already");
        }
        try {
            base.prepare();
            newPassword = login.ensure().orElse(newPassword);
            var builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.environment().putAll(settings.environment());
            process = builder.start();
            process.getOutputStream().close();
            Files.writeString(base.pidFile(), Long.toString(process.pid()));
            output = new ServerOutput(process, base.console(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        return StandaloneCommandBuilder.of(settings.home())
                .setBaseDirectory(settings.base())
                .setServerConfiguration(configuration())
                .addJavaOptions("-Xms128m", "-Xmx512m", "-XX:MaxMetaspaceSize=320m")
                .addJavaOptions(settings.javaOptions())
                .addJavaOptions(
                        "-Dorg.jboss.logmanager.nocolor=true",
                        // Stable across starts, as transactions and batch leases are recovered by it, and short enough.
                        "-Djboss.node.name=bridge-" + settings.httpPort(),
                        "-Djboss.bind.address=" + settings.bindAddress(),
                        "-Djboss.bind.address.management=127.0.0.1",
                        "-Djboss.http.port=" + settings.httpPort(),
                        "-Djboss.management.http.port=" + settings.managementPort())
                .build();
    }

    private String configuration() {
        boolean collected = !setting("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank();
        return collected ? "standalone-telemetry.xml" : "standalone.xml";
    }

    private String setting(String name, String otherwise) {
        return settings.environment().getOrDefault(name, System.getenv().getOrDefault(name, otherwise));
    }

    /**
     * Waits until the application takes requests.
     *
     * @throws StartFailed where the server ends, refuses the application or needs too long
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        // Asked any earlier, the server writes a warning for each answer that it is not ready.
        while (!output.isStarted() || !isReady()) {
            if (process.waitFor(PROBE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw failure("the server ended with status " + process.exitValue());
            }
            if (base.isDeploymentRefused() || output.isFaulty()) {
                throw failure("the server refused the application");
            }
            if (System.nanoTime() > deadline) {
                throw failure("the server was not ready after " + patience.toSeconds() + " s");
            }
        }
        output.goLive();
    }

    /** Whether the readiness check answers 200; only then requests make sense. */
    public boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(managementUrl().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private StartFailed failure(String what) throws InterruptedException {
        stop();
        output.await();
        String reason = output.reason().map(found -> ": " + found).orElse("");
        return new StartFailed(what + reason + " (log: " + base.log() + ")");
    }

    /** How long the server takes to finish what is in hand, at most; one that was told nonsense never came up. */
    private int stopSeconds() {
        String seconds = setting(STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT);
        return Integer.parseInt(seconds.matches("[0-9]{1,3}") ? seconds : DEFAULT_STOP_TIMEOUT);
    }

    /** Ends the server in order, with force when that takes too long. */
    public void stop() {
        end(process == null ? null : process.toHandle());
    }

    /** Ends the server as a crash would. */
    public void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
        output.await();
    }

    /** Waits for the end of the process; its exit status. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process as the operating system sees it, of a server that was started. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the server that a killed launcher left behind on the same folder, if there is one. */
    public void endOrphan() {
        try {
            if (Files.exists(base.pidFile())) {
                String pid = Files.readString(base.pidFile()).strip();
                if (servesThisFolder(pid)) {
                    ProcessHandle.of(Long.parseLong(pid)).ifPresent(this::end);
                }
                Files.delete(base.pidFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servesThisFolder(String pid) {
        try {
            String commandLine = Files.readString(Path.of("/proc", pid, "cmdline"), StandardCharsets.UTF_8);
            return List.of(commandLine.split("\0")).contains("-Djboss.server.base.dir=" + settings.base());
        } catch (IOException gone) {
            return false;
        }
    }

    private void end(ProcessHandle handle) {
        if (handle == null) {
            return;
        }
        handle.destroy();
        handle.onExit()
                .completeOnTimeout(handle, stopSeconds() + POLITENESS_SECONDS, TimeUnit.SECONDS)
                .join();
        if (handle.isAlive()) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }

    /** The operator's token that the application made at its first start, which is thereby forgotten here. */
    public Optional<String> takeOperatorToken() {
        try {
            Path file = base.operatorToken();
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String token = Files.readString(file).strip();
            Files.delete(file);
            return Optional.of(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The admin console's password, known only to the launcher that made it. */
    public Optional<String> newManagementPassword() {
        return Optional.ofNullable(newPassword);
    }

    /** The file whose deletion makes a new password. */
    public Path managementUsers() {
        return login.file();
    }

    public Path log() {
        return base.log();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.httpPort());
    }

    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + settings.managementPort());
    }

    @Override
    public void close() {
        stop();
    }
}
