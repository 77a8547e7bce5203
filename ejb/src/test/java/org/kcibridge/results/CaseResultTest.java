package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
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
    void blamesNobodyInARunThatBrokeDown() {
        CaseResult failed = CaseResult.of("ltp-smoke", Status.FAIL, "access01").logging("lines");

        assertThat(failed.inBrokenRun())
                .isEqualTo(failed.ended(Status.ERROR).commented("failed in a run that broke down"));
        assertThat(failed.commented("why").inBrokenRun().comment()).contains("why");
        assertThat(passed.inBrokenRun()).isSameAs(passed);
    }

    @Test
    void isMeasuredInNoUnitIfThatIsBlank() {
        assertThat(new Measurement(BigDecimal.ONE, Optional.of(" ")).unit()).isEmpty();
        assertThat(new Measurement(BigDecimal.ONE, Optional.of(" ms")).unit()).contains("ms");
    }

    @Test
    void keepsNoMoreOfItsLogThanKcidbTakes() {
        String log = "\u0000x" + "😀".repeat(KcidbText.EXCERPT_LIMIT);

        assertThat(passed.logging(log).log()).isEqualTo("😀".repeat(KcidbText.EXCERPT_LIMIT));
    }
}
