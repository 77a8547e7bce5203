package org.kcibridge.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What a benchmark is told. */
@UnitTest
class OptionsTest {

    @Test
    void shouldRunAllThatIsAskedFor() {
        Options some = Options.from(properties(Map.of("benchmark.cases", "reads, growth")));

        assertThat(some.wants("reads")).isTrue();
        assertThat(some.wants("growth")).isTrue();
        assertThat(some.wants("seeding")).isFalse();
        assertThat(Options.from(properties(Map.of())).wants("seeding")).isTrue();
    }

    @Test
    void shouldBeSmallerWhereItHasToBeQuick() {
        Options quick = Options.from(properties(Map.of("benchmark.quick", "true")));

        assertThat(quick.tests()).isEqualTo(50_000);
        assertThat(quick.rounds()).isEqualTo(3);
        assertThat(quick.sized(500, 5)).isEqualTo(5);
        assertThat(Options.from(properties(Map.of())).sized(500, 5)).isEqualTo(500);
    }

    @Test
    void shouldNameWhatIsWrong() {
        assertThatThrownBy(() -> Options.from(properties(Map.of("benchmark.rounds", "many"))))
                .hasMessage("benchmark.rounds must be a number");
        assertThatThrownBy(() -> Options.from(properties(Map.of("benchmark.clients", " "))))
                .hasMessage("benchmark.clients is not set");
        assertThatThrownBy(() -> Options.from(properties(Map.of("benchmark.tests", "0"))))
                .hasMessageContaining("at least 1");
    }

    private static Properties properties(Map<String, String> changes) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "benchmark.cases", "all",
                "benchmark.rounds", "5",
                "benchmark.clients", "8",
                "benchmark.tests", "1000000",
                "benchmark.quick", "false",
                "benchmark.profile", "false",
                "benchmark.output", "target/benchmark"));
        properties.putAll(changes);
        return properties;
    }
}
