package org.kcibridge.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Source;

@UnitTest
class SeedSettingsTest {

    private static final String HERE = "jdbc:postgresql://localhost/bridge";

    @ParameterizedTest(name = "BRIDGE_ENVIRONMENT={0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "local, -",
                "test, -",
                "sandbox, -",
                "production, BRIDGE_ENVIRONMENT is production: only where it says",
                "staging, BRIDGE_ENVIRONMENT is staging: only where it says",
                "Test, BRIDGE_ENVIRONMENT is Test: only where it says",
                "'', BRIDGE_ENVIRONMENT is not set: only where it says",
                "-, BRIDGE_ENVIRONMENT is not set: only where it says"
            })
    void takesOnlyWhatIsKnownToBeForTests(String environment, String refusal) {
        Optional<String> said = settings("BRIDGE_ENVIRONMENT", environment).refusal(HERE);

        if (refusal == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).hasValueSatisfying(reason -> assertThat(reason).startsWith(refusal));
        }
    }

    /** It may hold a password. */
    @Test
    void doesNotRepeatTheParametersOfAnAddress() {
        assertThat(settings("BRIDGE_ENVIRONMENT", "test").refusal("jdbc:postgresql://db.example.org/b?password=x"))
                .hasValue("jdbc:postgresql://db.example.org/b is not among BRIDGE_SEED_DATABASES: it is not seeded or"
                        + " cleared");
        assertThat(settings("BRIDGE_ENVIRONMENT", "test").refusal(HERE + "?password=x"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} by default")
    @CsvSource({
        "jdbc:postgresql://localhost/bridge, true",
        "jdbc:postgresql://localhost:5432/bridge, true",
        "jdbc:postgresql://127.0.0.1:5432/bridge, true",
        "jdbc:postgresql://[::1]:5432/bridge, true",
        "jdbc:postgresql://localhost.example.org/bridge, false",
        "jdbc:postgresql://localhost.example.org:5432/bridge, false",
        "'jdbc:postgresql://localhost:5432,db.example.org:5432/bridge', false",
        "jdbc:postgresql://db.example.org/localhost/bridge, false",
        "jdbc:postgresql://db.example.org/bridge, false",
    })
    void takesDatabasesOfThisMachine(String url, boolean taken) {
        assertThat(settings("BRIDGE_SEED_DATABASES", null).refusal(url).isEmpty())
                .isEqualTo(taken);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jdbc:postgresql://db.example.org:5432/demo, true",
        "jdbc:postgresql://db.example.org:5432/demo2, false",
        "jdbc:postgresql://other.example.org/test_1, true",
        "jdbc:postgresql://other.example.org/best_1, false",
        "jdbc:postgresql://localhost/bridge, false",
    })
    void takesWhatIsListed(String url, boolean taken) {
        String listed = "jdbc:postgresql://db.example.org:5432/demo, jdbc:postgresql://other.example.org/test_*";

        assertThat(settings("BRIDGE_SEED_DATABASES", listed).refusal(url).isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> settings("BRIDGE_SEED_DATABASES", "localhost"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("BRIDGE_SEED_DATABASES must be a list of addresses");
        assertThatThrownBy(() -> settings("BRIDGE_DATASETS", "no/such/folder"))
                .isInstanceOf(BadSetting.class)
                .hasMessage("BRIDGE_DATASETS is no folder");
    }

    private static SeedSettings settings(String name, String value) {
        Map<String, String> values = new HashMap<>(Map.of("BRIDGE_ENVIRONMENT", "test"));
        values.put(name, value);
        return SeedSettings.read(new Source(key -> Optional.ofNullable(values.get(key))));
    }
}
