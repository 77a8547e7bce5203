package org.kcibridge.runner.tuxsuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.fuzz.Damage;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Report;
import org.kcibridge.report.Trees;
import org.kcibridge.runner.News;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** Bodies that were damaged at random cannot be read, or come to a report that KCIDB takes. */
@UnitTest
class MutatedCallbacksTest {

    private static final Damage DAMAGE = new Damage(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\'",
            ":",
            ",",
            "null",
            "true",
            "-1e999",
            "\\u0000",
            "\\ud83d",
            "\0",
            "\"kind\":\"build\"",
            "\"status\":{}",
            "\"status\":null",
            "\"tuxbuild_status\":\"complete\"",
            "\"build_status\":\"pass\"",
            "\"build_status\":7",
            "\"state\":\"finished\"",
            "\"result\":[]",
            "99999999999999999999999",
            "\ud83d\ude00");
    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final Instant REQUESTED = Instant.parse("2026-03-02T10:55:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"build-pass.json", "test-pass.json", "test-fail.json"})
    void areUnreadableOrComeToAReport(String file) {
        DAMAGE.each(Samples.body(file), (seed, damaged) -> {
            try {
                assertThat(violations(damaged)).as("seed %d", seed).isEmpty();
            } catch (UnreadableCallback unreadable) {
                assertThat(unreadable.getMessage())
                        .as("seed %d", seed)
                        .isNotBlank()
                        .hasLineCount(1);
            } catch (RuntimeException | StackOverflowError other) {
                fail("seed %d: %s".formatted(seed, new String(damaged, UTF_8)), other);
            }
        });
    }

    private static List<String> violations(byte[] body) {
        TuxSuiteCallback.signedText(body);
        TuxSuiteCallback callback = TuxSuiteCallback.read(body);
        return callback.subject() == News.Subject.TEST
                ? ofTest(new TestStatus(callback.status()))
                : ofBuild(new BuildStatus(callback.status()));
    }

    private static List<String> ofBuild(BuildStatus build) {
        return BuildVerdict.of(build) instanceof BuildVerdict.Final
                ? violations(BuildReport.of(build, Samples.order(), REQUESTED, "riscv", Trees.with("")))
                : List.of();
    }

    private static List<String> ofTest(TestStatus test) {
        return TestVerdict.of(test) instanceof TestVerdict.Final
                ? violations(TestReport.of(
                        test, TestSamples.order("ltp-smoke"), REQUESTED, "riscv", TestSamples.NONE, TestSamples.NONE))
                : List.of();
    }

    private static List<String> violations(Report report) {
        return SCHEMA.violations(report.toJson().toString());
    }
}
