package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TestStatusTest {

    @Test
    void readsWhatIsThere() {
        TestStatus status = TestSamples.status("test-fail.json");

        assertThat(status.uid()).contains("2xLtB7nO6mL5kJ4iH3gF2eD1cB0");
        assertThat(status.duration()).contains(BigDecimal.valueOf(733));
        assertThat(status.suites()).containsExactly("ltp-smoke", "kselftest-net", "kunit");
        assertThat(status.verdict("kselftest-net")).contains("fail");
        assertThat(status.verdicts().keySet()).containsExactly("boot", "ltp-smoke", "kselftest-net", "kunit");
        assertThat(status).hasToString("TestStatus[2xLtB7nO6mL5kJ4iH3gF2eD1cB0]");
    }

    @Test
    void doesNotCountBootingAmongTheSuites() {
        assertThat(TestSamples.status("test-pass.json").suites()).containsExactly("ltp-smoke");
    }

    @Test
    void knowsASuiteByItsNameAlone() {
        TestStatus status = TestSamples.account("{'results':{'boot':' PASS ','0_ltp-smoke':'Fail','x':null,'y':{}}}");

        assertThat(status.verdict("ltp-smoke")).contains("fail");
        assertThat(status.verdict("boot")).contains("pass");
        assertThat(status.verdicts().keySet()).containsExactly("boot", "ltp-smoke");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 0",
                "{'retries':1} | 1",
                "{'retry':2} | 2",
                "{'retries':0,'retry':2} | 2",
                "{'retries':'2'} | 0"
            })
    void countsAttemptsUnderEitherName(String json, int retry) {
        assertThat(TestSamples.account(json).retry()).isEqualTo(retry);
    }

    @Test
    void neverRanIfItWaitedForSomethingAndHasNoVerdicts() {
        assertThat(TestSamples.account("{'results':{},'waiting_for':'BUILD#x'}").neverRan())
                .contains("never ran, as what it waited for failed: BUILD#x");
        assertThat(TestSamples.account("{'waiting_for':'BUILD#x'}").neverRan()).isPresent();
        assertThat(TestSamples.account("{'results':{'boot':'pass'},'waiting_for':'BUILD#x'}")
                        .neverRan())
                .isEmpty();
        assertThat(TestSamples.account("{'results':{},'waiting_for':null}").neverRan())
                .isEmpty();
    }

    @Test
    void hasAMessageIfTuxSuiteHasOne() {
        assertThat(TestSamples.account("{'status_message':'no worker','retries_messages':['a']}")
                        .message())
                .contains("no worker");
        assertThat(TestSamples.account("{'retries_messages':['a','b']}").message())
                .contains("a; b");
        assertThat(TestSamples.account("{'retries_messages':[]}").message()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "'x'", "[]", "[{}]", "{}", "true"})
    void knowsNothingOfWhatIsOfAnotherType(String value) {
        TestStatus status = TestSamples.account(
                "{'results':%1$s,'waiting_for':[],'retries':%1$s,'running_time':%1$s,'uid':[%1$s]}".formatted(value));

        assertThat(status.verdicts()).isEmpty();
        assertThat(status.neverRan()).isEmpty();
        assertThat(status.time("running_time")).isEmpty();
        assertThat(status.uid()).isEmpty();
    }
}
