package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.Bench;
import org.kcibridge.kind.SlowTest;

/** A bridge that is told of a collector sends it what it does. */
@SlowTest
class TracesIT {

    /** What each HTTP/2 connection begins with, and gRPC is that. */
    private static final String PREFACE = "PRI * HTTP/2.0";

    @Test
    void sendsTracesOfRequestsToTheCollector() throws Exception {
        try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CrashingBridge bridge = new CrashingBridge(
                        Bench.get(),
                        "traced",
                        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector.getLocalPort()))) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> beginning(collector));
            bridge.start();

            assertThat(bridge.api().get("/jobs").status()).isEqualTo(200);

            assertThat(heard.get(Flow.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(PREFACE);
        }
    }

    private static String beginning(ServerSocket collector) {
        try (Socket connection = collector.accept()) {
            return new String(connection.getInputStream().readNBytes(PREFACE.length()), StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            return closed.toString();
        }
    }
}
