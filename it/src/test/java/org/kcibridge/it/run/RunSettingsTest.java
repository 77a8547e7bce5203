package org.kcibridge.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.settings.BadSetting;

/** Which settings the run command takes, and what it says to those it does not. */
@UnitTest
class RunSettingsTest {

    private static final Path HOME = Path.of("/srv/bridge");
    private static final Map<String, String> REAL = Map.of(
            "TUXSUITE_TOKEN", "t",
            "TUXAPI_URL", "https://tuxapi.example",
            "KCIDB_SUBMIT_URL", "https://kcidb.example/submit",
            "KCIDB_TOKEN", "k",
            "BRIDGE_PUBLIC_URL", "https://bridge.example");

    @Test
    void shouldRunSandboxWithoutAnySetting() {
        var settings = RunSettings.from(Map.of(), HOME);
        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(9990);
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(Path.of("/srv/bridge/.bridge-data"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
        assertThat(settings.adminToken()).isFalse();
    }

    @Test
    void shouldTakeRealCounterparts() {
        var settings = RunSettings.from(REAL, HOME);
        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.isPublicUrlLocal()).isFalse();
    }

    @Test
    void shouldTreatBlankAsNotSet() {
        var settings = RunSettings.from(settings("TUXSUITE_TOKEN=", "KCIDB_TOKEN= ", "BRIDGE_HTTP_PORT="), HOME);
        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.httpPort()).isEqualTo(8080);
    }

    @Test
    void shouldTakeDatabaseOfTheEnvironment() {
        var settings =
                RunSettings.from(settings("DB_URL=jdbc:postgresql://db/kci", "DB_USER=u", "DB_PASSWORD=p"), HOME);
        assertThat(settings.database()).contains(new DatabaseAddress("jdbc:postgresql://db/kci", "u", "p"));
    }

    @Test
    void shouldNeedNoKcidbForDryRun() {
        assertThat(RunSettings.from(settings("TUXSUITE_TOKEN=t", "KCIDB_DRY_RUN=true"), HOME)
                        .isPublicUrlLocal())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,http://localhost:8080",
        "192.0.2.7,http://192.0.2.7:8080",
        "2001:db8::7,http://[2001:db8::7]:8080"
    })
    void shouldDerivePublicUrlFromAddress(String address, String url) {
        assertThat(RunSettings.from(Map.of("BRIDGE_BIND_ADDRESS", address), HOME)
                        .publicUrl())
                .hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "99999999999", "80 80"})
    void shouldRefuseBadPort(String port) {
        assertRefused(Map.of("BRIDGE_HTTP_PORT", port), "BRIDGE_HTTP_PORT");
        assertRefused(Map.of("BRIDGE_MANAGEMENT_PORT", port), "BRIDGE_MANAGEMENT_PORT");
    }

    @Test
    void shouldRefuseOnePortForBoth() {
        assertRefused(Map.of("BRIDGE_HTTP_PORT", "9990"), "BRIDGE_MANAGEMENT_PORT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KCIDB_SUBMIT_URL=https://kcidb.example/submit", "KCIDB_TOKEN=k", "TUXAPI_URL=https://t.example"
            })
    void shouldRefuseToMixSandboxWithReality(String real) {
        assertRefused(settings(real), "TUXSUITE_TOKEN");
        assertRefused(settings(real), real.split("=")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KCIDB_SUBMIT_URL", "KCIDB_TOKEN"})
    void shouldNameWhatRealityLacks(String missing) {
        var incomplete = new HashMap<>(REAL);
        incomplete.remove(missing);
        assertRefused(incomplete, missing + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "KCIDB_SUBMIT_URL,https://kcidb.example/",
        "KCIDB_SUBMIT_URL,kcidb.example/submit",
        "KCIDB_DRY_RUN,perhaps",
        "TUXAPI_URL,ftp://tuxapi.example",
        "BRIDGE_PUBLIC_URL,localhost:8080",
        "BRIDGE_PUBLIC_URL,https://bad host/",
        "DB_URL,postgresql://db/kci"
    })
    void shouldRefuseMalformedValue(String name, String value) {
        var settings = new HashMap<>(REAL);
        settings.put(name, value);
        assertRefused(settings, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_USER", "DB_PASSWORD"})
    void shouldRefuseLoginWithoutDatabase(String name) {
        assertRefused(Map.of(name, "x"), "DB_URL");
    }

    @Test
    void shouldNameUnreachableDatabase() {
        var nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/kci?password=secret", "u", "p");
        assertThatThrownBy(nobody::check)
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("DB_URL")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }

    private static void assertRefused(Map<String, String> variables, String named) {
        assertThatThrownBy(() -> RunSettings.from(variables, HOME))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("\n");
    }

    private static Map<String, String> settings(String... pairs) {
        return Stream.of(pairs)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
