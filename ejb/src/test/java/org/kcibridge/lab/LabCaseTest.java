package org.kcibridge.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;
import org.kcibridge.results.TestPath;

@UnitTest
class LabCaseTest {

    @ParameterizedTest
    @CsvSource({
        "boot, boot, boot",
        "ltp, access01, ltp.access01",
        "ltp, ltp-smoke, ltp.smoke",
        "ltp, sched-setattr01, ltp.sched-setattr01",
        "ltp, ltp-, ltp.ltp-",
        "ltp-smoke, access01, ltp.access01",
        "kselftest, timers: posix_timers, kselftest.timers__posix_timers",
        "ltp, ftrace_stress_test.sh, ltp.ftrace_stress_test_sh",
        "ltp, ../../etc/passwd, ltp.______etc_passwd"
    })
    void becomesAPathOfKcidb(String collection, String name, String path) {
        assertThat(TestPath.of(labCase(collection, name, "pass", null).result()))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "pass, PASS",
        "PASS, PASS",
        "Fail, FAIL",
        "skip, SKIP",
        "error, ERROR",
        "miss, MISS",
        "done, DONE",
        "unknown, ERROR"
    })
    void endedAsTheLabSays(String word, Status status) {
        assertThat(labCase("ltp", "access01", word, null).result().status()).isEqualTo(status);
    }

    @Test
    void knowsAMeaningOfEachOfItsWords() {
        assertThat(Arrays.stream(LabCase.WORDS.split("\\|"))
                        .map(word ->
                                labCase("ltp", "access01", word, null).result().status()))
                .hasSize(7)
                .doesNotContainNull();
    }

    @Test
    void bringsAnExcerptOfItsLog() {
        assertThat(labCase("ltp", "access01", "fail", "one\ntwo\n").result().log())
                .isEqualTo("one\ntwo\n");
        assertThat(labCase("ltp", "access01", "fail", " \n").log()).isEmpty();
    }

    private static LabCase labCase(String collection, String name, String word, String log) {
        return new LabCase(collection, name, word, Optional.ofNullable(log));
    }
}
