package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.Status;

@UnitTest
class CaseResultTest {

    private final CaseResult passed = CaseResult.of("ltp-smoke", Status.PASS, "access01");

    @Test
    void isThatOfTheWholeSuiteWithoutACase() {
        assertThat(CaseResult.of("ltp-smoke", Status.MISS).isOfWholeSuite()).isTrue();
        assertThat(passed.isOfWholeSuite()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void hasASuite(String suite) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseResult.of(suite, Status.PASS, "access01"));
    }

    @Test
    void takesNoNegativeTime() {
        assertThat(passed.lasting(BigDecimal.ZERO).duration()).contains(BigDecimal.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> passed.lasting(new BigDecimal("-0.1")));
    }

    @Test
    void keepsNoMoreOfItsLogThanKcidbTakes() {
        String log = "\u0000x" + "😀".repeat(KcidbText.EXCERPT_LIMIT);

        assertThat(passed.logging(log).log()).isEqualTo("😀".repeat(KcidbText.EXCERPT_LIMIT));
    }
}
