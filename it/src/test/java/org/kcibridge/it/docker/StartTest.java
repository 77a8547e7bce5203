package org.kcibridge.it.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.run.RunCommand;
import org.kcibridge.kind.UnitTest;

/** A container that lacks something says what it is, before it starts a server. */
@UnitTest
class StartTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "BRIDGE_DATA", "target/no-bridge-is-started-here",
            "BRIDGE_PUBLIC_URL", "https://bridge.example",
            "BRIDGE_ADMIN_TOKEN", "a-token-for-tests-only",
            "TUXSUITE_TOKEN", "t",
            "DB_URL", "jdbc:postgresql://db.example/kcibridge",
            "DB_USER", "u",
            "DB_PASSWORD", "p"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BRIDGE_DATA",
                "BRIDGE_PUBLIC_URL",
                "BRIDGE_ADMIN_TOKEN",
                "TUXSUITE_TOKEN",
                "DB_URL",
                "DB_USER",
                "DB_PASSWORD"
            })
    void namesTheSettingThatIsMissing(String name) throws InterruptedException {
        environment.remove(name);
        assertRefused(name + " is missing");

        environment.put(name, " ");
        assertRefused(name + " is missing");
    }

    /** They become part of a command line, which a shell reads once more. */
    @ParameterizedTest
    @CsvSource({
        "BRIDGE_BIND_ADDRESS,$(id),is no address",
        "BRIDGE_HTTP_PORT,8080;id,is no port",
        "BRIDGE_MANAGEMENT_PORT,http,is no port"
    })
    void namesTheSettingThatIsWrong(String name, String value, String reason) throws InterruptedException {
        environment.put(name, value);
        assertRefused(name + " " + reason);
    }

    private void assertRefused(String reason) throws InterruptedException {
        try (RunCommand start = RunCommand.of(List.of("../docker/start", "no-server", "no-application"), environment)) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.printed()).isEqualTo("KCI Bridge cannot start: " + reason + "\n");
        }
    }
}
