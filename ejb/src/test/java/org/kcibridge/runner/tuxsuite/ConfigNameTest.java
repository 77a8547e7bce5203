package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class ConfigNameTest {

    @Test
    void namesBaseAndFragmentsInTheirOrder() {
        assertThat(ConfigName.of(List.of("defconfig"))).isEqualTo("defconfig");
        assertThat(ConfigName.of(List.of("defconfig", "CONFIG_KASAN=y", "rv32.config")))
                .isEqualTo("defconfig+CONFIG_KASAN=y+rv32.config");
        assertThat(ConfigName.of(
                        List.of("https://u:p@example.org/a/lab.config?token=x", "http://example.org/b/net.config/")))
                .isEqualTo("lab.config+net.config");
    }

    @Test
    void staysShortAndTellsLongListsApart() {
        List<String> many = Collections.nCopies(300, "CONFIG_SOMETHING_LONG=y");
        List<String> first = List.of("defconfig", String.join(",", many), "CONFIG_A=y");
        List<String> second = List.of("defconfig", String.join(",", many), "CONFIG_B=y");

        assertThat(ConfigName.of(first)).matches("defconfig\\+[0-9a-f]{8}").isEqualTo(ConfigName.of(first));
        assertThat(ConfigName.of(second)).matches("defconfig\\+[0-9a-f]{8}").isNotEqualTo(ConfigName.of(first));
    }

    @Test
    void cutsABaseThatIsTooLong() {
        String base = "x".repeat(5_000);

        assertThat(ConfigName.of(List.of(base))).hasSize(64).isNotEqualTo(ConfigName.of(List.of(base + "y")));
    }

    /** A base that leaves room for the hash stays whole, and the hash stands for the fragments alone. */
    @Test
    void hashesTheBaseOnlyWhereItIsCut() {
        List<String> fragments = List.of("CONFIG_A=y", "CONFIG_B=y");
        String one = ConfigName.of(concat("x".repeat(55), fragments));
        String other = ConfigName.of(concat("y".repeat(55), fragments));

        assertThat(one).hasSize(64).startsWith("x".repeat(55) + "+");
        assertThat(one.substring(55)).isEqualTo(other.substring(55));
        assertThat(ConfigName.of(concat("x".repeat(56), fragments)))
                .hasSize(64)
                .startsWith("x".repeat(55) + "+")
                .isNotEqualTo(one);
    }

    private static List<String> concat(String base, List<String> fragments) {
        return Stream.concat(Stream.of(base), fragments.stream()).toList();
    }

    @Test
    void doesNotCutAtSixtyFour() {
        String base = "x".repeat(64);

        assertThat(ConfigName.of(List.of(base))).isEqualTo(base);
    }
}
