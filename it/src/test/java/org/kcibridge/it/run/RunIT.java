package org.kcibridge.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.kind.SlowTest;

/** The run command as the README tells people to use it. */
@SlowTest
class RunIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final int port = FreePort.next();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "BRIDGE_HTTP_PORT", Integer.toString(port),
            "BRIDGE_MANAGEMENT_PORT", Integer.toString(FreePort.next())));

    @Test
    void buildsInTheSandboxAndKeepsWhatItHas() throws Exception {
        String token;
        try (RunCommand run = RunCommand.start(home, environment)) {
            token = run.awaitPrinted("operator token +(kcib_\\S+)");
            assertThat(run.printed()).contains("KCI Bridge is up", "MADE UP", "admin / ");
            ApiClient api = api(token);

            api.build(Map.of()).json();

            await("KCIDB has the build").atMost(PATIENCE).until(() -> api.items("/submissions").stream()
                    .anyMatch(submission -> submission.getBoolean("delivered")));
            assertThat(run.stop()).as("as a signal ends it").isEqualTo(143);
            assertThat(run.printed()).endsWith("KCI Bridge has stopped; its data are kept.\n");
        }

        try (RunCommand again = RunCommand.start(home, environment)) {
            assertThat(again.awaitPrinted("operator token +(.*)")).startsWith("shown at the first start");
            assertThat(again.printed()).doesNotContain(token);
            assertThat(api(token).items("/builds")).hasSize(1);
            again.stop();
        }
    }

    @Test
    void saysInOneLineWhatPreventsTheStart() throws Exception {
        environment.put("KCIDB_TOKEN", "real");

        try (RunCommand run = RunCommand.start(home, environment)) {
            assertThat(run.awaitEnd()).isEqualTo(1);
            assertThat(run.printed().lines())
                    .singleElement()
                    .asString()
                    .startsWith("KCI Bridge cannot start: TUXSUITE_TOKEN is not set but KCIDB_TOKEN is");
        }
    }

    private ApiClient api(String token) {
        return new ApiClient(URI.create("http://localhost:" + port), token);
    }
}
