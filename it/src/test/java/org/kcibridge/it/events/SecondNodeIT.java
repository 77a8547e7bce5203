package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.it.run.BridgeServer;
import org.kcibridge.it.run.ServerSettings;
import org.kcibridge.kind.SlowTest;

/** Two nodes on one database tell the same, and who loses the one goes on at the other. */
@SlowTest
class SecondNodeIT extends BridgeTest {

    private static final Duration START = Duration.ofMinutes(2);

    @Test
    void tellsTheSameOnEveryNode() throws Exception {
        int port = FreePort.next();
        BridgeServer server = secondNode(port);
        try (Watcher here = Watcher.open(api)) {
            server.start();
            server.awaitReady(START);
            here.subscribe("jobs");
            here.subscribe("submissions");
            ApiClient second = new ApiClient(Bench.local(port), Bench.TOKEN);
            Watcher there = Watcher.open(second);
            there.subscribe("jobs");
            there.subscribe("submissions");

            String job = second.build(Map.of()).json().getString("id");
            awaitSubmission(job, "CONFIRMED");

            String last = "submissions " + submissionOf(job).getString("id") + " CONFIRMED";
            assertThat(there.hearUpTo(last)).isEqualTo(here.hearUpTo(last)).hasSize(6);

            server.stop();
            assertThat(there.hearEnd())
                    .as("the end of a session of a node that stops")
                    .startsWith("1001");
        } finally {
            server.stop();
        }
        awaitSubmission(scheduleBuild(Map.of()), "CONFIRMED");
    }

    private BridgeServer secondNode(int port) {
        return new BridgeServer(
                ServerSettings.local(
                                Path.of(System.getProperty("jboss.home")),
                                Path.of(System.getProperty("bridge.ear")),
                                bench.folder().resolve("second"),
                                port,
                                FreePort.next())
                        .with(bench.settings(database, port))
                        .withJavaOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                line -> {});
    }
}
