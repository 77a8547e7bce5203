package org.kcibridge.it.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.it.run.RunCommand;
import org.kcibridge.it.run.WithStandIns;
import org.kcibridge.kind.SlowTest;

/** The scripts of the container, outside of one: they do the same on any machine. */
@SlowTest
@ExtendWith(SharedServer.class)
class StartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TOKEN = "a-token-for-tests-only";
    private static final List<String> START =
            List.of("../docker/start", System.getProperty("jboss.home"), System.getProperty("bridge.ear"));

    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private final int managementPort = FreePort.next();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setUp(ScratchDatabase database) {
        environment.putAll(Map.of(
                // With a blank, which shells stumble over.
                "BRIDGE_DATA", folder.resolve("all data").toString(),
                "BRIDGE_HTTP_PORT", Integer.toString(port),
                "BRIDGE_MANAGEMENT_PORT", Integer.toString(managementPort),
                "BRIDGE_PUBLIC_URL", "http://localhost:" + port,
                "BRIDGE_ADMIN_TOKEN", TOKEN,
                "TUXSUITE_TOKEN", "t",
                "DB_URL", database.server().jdbcUrl(database.name()),
                "DB_USER", database.server().user(),
                "DB_PASSWORD", database.server().password()));
    }

    @Test
    void runsUntilItIsTold() throws Exception {
        environment.put("KCIDB_DRY_RUN", "true");
        assertThat(isHealthy()).isFalse();

        try (RunCommand start = RunCommand.of(START, environment)) {
            awaitReady();
            assertThat(isHealthy()).isTrue();
            assertThat(cookieForCallerBy("https")).containsIgnoringCase("; secure");
            assertThat(cookieForCallerBy("http")).doesNotContainIgnoringCase("; secure");

            assertThat(start.stop()).isIn(0, 143);
            assertThat(start.printed()).contains("WFLYSRV0050").doesNotContain(TOKEN);
            assertThat(isHealthy()).isFalse();
        }
    }

    @Test
    void endsWithTheReasonWhenTheApplicationIsRefused() throws Exception {
        environment.put("KCIDB_SUBMIT_URL", "https://kcidb.example/submit");

        try (RunCommand start = RunCommand.of(START, environment)) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.printed().lines().reduce((first, second) -> second))
                    .hasValueSatisfying(last -> assertThat(last)
                            .startsWith("KCI Bridge cannot start: ")
                            .endsWith("KCIDB_TOKEN is missing"));
        }
    }

    @Test
    void isTriedAsASandbox() throws Exception {
        assumeThat(hasCurl()).as("docker/try asks with curl, which is not here").isTrue();
        List<String> sandbox = RunCommand.java();
        sandbox.add(WithStandIns.class.getName());
        sandbox.addAll(START);

        try (RunCommand start = RunCommand.of(sandbox, environment)) {
            awaitReady();
            try (RunCommand trial = RunCommand.of(List.of("../docker/try", "http://localhost:" + port), environment)) {
                assertThat(trial.awaitEnd()).as(trial.printed()).isZero();
                assertThat(trial.printed()).endsWith("5 passed, 0 failed\n");
            }
            assertThat(start.stop()).isEqualTo(143);
            assertThat(isHealthy()).isFalse();
        }
    }

    private static boolean hasCurl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    private void awaitReady() {
        await("the bridge is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::isReady);
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"));
        try {
            return Exchange.of(request.build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Logs in at the console, as a proxy passes it on. */
    private String cookieForCallerBy(String scheme) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console/enter"))
                .header("X-Forwarded-Proto", scheme)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + TOKEN));
        return Exchange.of(request.build()).headers().firstValue("Set-Cookie").orElseThrow();
    }

    private boolean isHealthy() throws InterruptedException {
        try (RunCommand healthy = RunCommand.of(List.of("../docker/healthy"), environment)) {
            return healthy.awaitEnd() == 0;
        }
    }
}
