package org.kcibridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.tuxsuite.TuxSuiteSettings;
import org.kcibridge.submission.BatchLimits;
import org.kcibridge.submission.kcidb.KcidbSettings;

/** Settings have defaults where the design says so, and every mistake is one line that names its setting. */
@UnitTest
class SettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "BRIDGE_PUBLIC_URL", "https://bridge.example.org/",
            "TUXSUITE_TOKEN", "tux-secret",
            "KCIDB_SUBMIT_URL", "https://db.example.org/kcidb/submit",
            "KCIDB_TOKEN", "kcidb-secret"));

    @Test
    void readsDefaults() {
        BridgeSettings bridge = BridgeSettings.read(source());
        assertThat(bridge.publicUrl()).hasToString("https://bridge.example.org");
        assertThat(bridge.origin()).isEqualTo("riscv");
        assertThat(bridge.buildDeadline()).isEqualTo(Duration.ofHours(2));
        assertThat(bridge.testDeadline()).isEqualTo(Duration.ofHours(6));
        assertThat(TuxSuiteSettings.read(source()).api()).hasToString("https://tuxapi.tuxsuite.com");
        assertThat(bridge.trees().nameOf("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git"))
                .contains("mainline");
        TuxSuiteSettings tuxSuite = TuxSuiteSettings.read(source());
        assertThat(tuxSuite.group()).isEqualTo("riscv");
        assertThat(tuxSuite.project()).isEqualTo("kernelci");
        assertThat(tuxSuite.token()).isEqualTo("tux-secret");
        assertThat(tuxSuite.keys()).isEmpty();
        assertThat(KcidbSettings.read(source()).base()).map(Object::toString).contains("https://db.example.org/kcidb");
        assertThat(OperationSettings.read(source())).isEqualTo(new OperationSettings(Duration.ofHours(1), 200));
        assertThat(BatchLimits.read(source())).isEqualTo(new BatchLimits(500, 4 * 1024 * 1024));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "BRIDGE_PUBLIC_URL, ''",
        "BRIDGE_PUBLIC_URL, bridge.example.org",
        "BRIDGE_PUBLIC_URL, https://user:pass@bridge.example.org",
        "BRIDGE_BUILD_DEADLINE, 2h",
        "BRIDGE_BUILD_DEADLINE, PT0S",
        "BRIDGE_TEST_DEADLINE, 6h",
        "BRIDGE_LEASE, PT0.1S",
        "BRIDGE_ADMIN_TOKEN, short",
        "BRIDGE_TREES, nonsense",
        "BRIDGE_LOG_FORMAT, JSON",
        "BRIDGE_STOP_TIMEOUT, 20s",
        "BRIDGE_STOP_TIMEOUT, 601",
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4317",
        "OTEL_TRACES_SAMPLER_ARG, 1.5",
        "OTEL_TRACES_SAMPLER_ARG, half",
        "BRIDGE_OUTBOX_AGE, 1h",
        "BRIDGE_FREE_DISK, -1",
        "KCIDB_ORIGIN, Risc-V",
        "TUXSUITE_TOKEN, ''",
        "TUXAPI_URL, http://tuxapi.example.org",
        "TUXSUITE_GROUP, a/b",
        "TUXSUITE_PUBLIC_KEYS, ssh-rsa AAAA",
        "KCIDB_SUBMIT_URL, ''",
        "KCIDB_SUBMIT_URL, https://db.example.org/",
        "KCIDB_SUBMIT_URL, http://db.example.org/submit",
        "KCIDB_TOKEN, ''",
        "KCIDB_DRY_RUN, perhaps",
        "KCIDB_BATCH_OBJECTS, many",
        "KCIDB_BATCH_OBJECTS, 0",
        "KCIDB_BATCH_OBJECTS, 10001",
        "KCIDB_BATCH_BYTES, 4 MiB",
        "KCIDB_BATCH_BYTES, 1023"
    })
    void namesTheSettingThatIsWrong(String name, String value) {
        environment.put(name, value);

        assertThatThrownBy(this::readAll)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(name + " ")
                .message()
                .doesNotContain("\n", "secret");
    }

    @Test
    void needsNoKcidbInADryRun() {
        environment.put("KCIDB_DRY_RUN", "true");
        environment.remove("KCIDB_SUBMIT_URL");
        environment.remove("KCIDB_TOKEN");

        assertThat(KcidbSettings.read(source()).dryRun()).isTrue();
        assertThat(KcidbSettings.read(source())).hasToString("KCIDB nowhere (dry run)");
    }

    @Test
    void keepsSecretsOutOfText() {
        environment.put("BRIDGE_ADMIN_TOKEN", "an-operators-secret");

        assertThat(BridgeSettings.read(source())).hasToString("bridge at https://bridge.example.org, origin riscv");
        assertThat(TuxSuiteSettings.read(source())).hasToString("TuxSuite https://tuxapi.tuxsuite.com, riscv/kernelci");
        assertThat(KcidbSettings.read(source())).hasToString("KCIDB https://db.example.org/kcidb");
    }

    @Test
    void takesTheShortestLease() {
        environment.put("BRIDGE_LEASE", "PT2S");

        assertThat(BridgeSettings.read(source()).lease()).isEqualTo(BridgeSettings.SHORTEST_LEASE);
    }

    @Test
    void takesKeysWhereThereAreAny() {
        environment.put("TUXSUITE_PUBLIC_KEYS", "# none yet");
        assertThat(TuxSuiteSettings.read(source()).keys()).isEmpty();

        environment.put(
                "TUXSUITE_PUBLIC_KEYS",
                "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBGsX0fLhLEJH+Lzm5WOkQPJ3A32BLesz"
                        + "oPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivOM1drMV7Oy7ZAaDe/UfU=");
        assertThat(TuxSuiteSettings.read(source()).keys()).isPresent();
    }

    @Test
    void letsHttpThroughOnThisMachineOnly() {
        environment.put("TUXAPI_URL", "http://127.0.0.1:8000");

        assertThat(TuxSuiteSettings.read(source()).api()).hasPort(8000);
    }

    private void readAll() {
        BridgeSettings.read(source());
        TuxSuiteSettings.read(source());
        KcidbSettings.read(source());
        BatchLimits.read(source());
        OperationSettings.read(source());
    }

    private Source source() {
        return new Source(name -> Optional.ofNullable(environment.get(name)));
    }
}
