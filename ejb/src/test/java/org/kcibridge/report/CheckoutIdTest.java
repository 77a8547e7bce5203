package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CheckoutIdTest {

    @Test
    void staysWhatItIs() {
        // A different value would give every known revision a second checkout.
        assertThat(CheckoutId.of("riscv", "git.kernel.org/linux", "master", "0f61b1860cc3f52aef9036d7235ed1f017632193"))
                .isEqualTo("riscv:d8d1a0bd4c51c96f1274ebea3ddf159e08bfe9ead8e6628690cebf6b0f3f84d5");
    }

    @Test
    void doesNotLetPartsRunIntoEachOther() {
        assertThat(CheckoutId.of("riscv", "a", "b/c", "d"))
                .isNotEqualTo(CheckoutId.of("riscv", "a/b", "c", "d"))
                .isNotEqualTo(CheckoutId.of("riscv", "a", "b/", "cd"))
                .isNotEqualTo(CheckoutId.of("riscv", "a1:b,", "", "d"));
        assertThat(CheckoutId.of("riscv", "a", null, "d")).isEqualTo(CheckoutId.of("riscv", "a", "", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "risc-v", "RISCV", "riscv\n"})
    void demandsAnOriginKcidbTakes(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckoutId.of(origin, "a", "b", "c"));
    }
}
