package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Report;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** A report that violates the schema is never sent, so a single odd member must not cost us the whole test. */
@UnitTest
class TestReportValidityTest {

    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final Instant REQUESTED = Instant.parse("2026-03-02T10:55:00Z");
    private static final List<String> ACCOUNTS = List.of("test-pass.json", "test-fail.json", "test-error.json");
    private static final String[] ODD = {
        "null",
        "7",
        "-1e999",
        "1.5e308",
        "true",
        "''",
        "' '",
        "[]",
        "{}",
        "[null]",
        "{'a':null}",
        "{'boot':'fail'}",
        "{'\\u0000':'pass',' ':'fail','0_x':'fail'}",
        "'\\u0000'",
        "'\\ud83d\\n'",
        "'https://u:p@h/ x'",
        "'../..'",
        "['']",
        "[' ','a b','\\u0000','\\ud83d']",
        "[['a']]",
        "'2026-03-02T10:12:05.5'"
    };

    @Test
    void isValidAsItComes() {
        for (String file : ACCOUNTS) {
            for (String results : List.of("results-pass.json", "results-fail.json")) {
                TestStatus status = TestSamples.status(file);

                assertThat(violations(status, TestSamples.file(results), TestSamples.file("logs-pass.txt")))
                        .as("%s with %s", file, results)
                        .isEmpty();
                assertThat(violations(status, TestSamples.NONE, TestSamples.NONE))
                        .as(file)
                        .isEmpty();
            }
        }
        assertThat(SCHEMA.violations(TestReport.lost(TestSamples.order("a", "b c", "\u0000x"), null, REQUESTED, "riscv")
                        .toJson()
                        .toString()))
                .isEmpty();
    }

    @Test
    void isValidWhateverBecomesOfAnyMemberOfTheAccount() {
        for (String file : ACCOUNTS) {
            TestStatus status = TestSamples.status(file);
            for (String member : status.json().keySet()) {
                for (String value : ODD) {
                    valid(TestSamples.with(status, member, value), file + " with " + member + " " + value);
                }
                valid(TestSamples.with(status, member, null), file + " without " + member);
                valid(TestSamples.with(status, member, "'" + "ž".repeat(20_000) + "'"), file + " with long " + member);
            }
        }
    }

    /** Whatever LAVA writes in place of a case, of a member of a case, or of a step of the job. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'lava':{'login-action':%1$s,'job':%1$s,'s':%1$s,'execute-qemu':{'extra':%1$s}},'s':{'a':{'result':'pass'}}}",
                "{'s':{'a':{'result':%1$s,'duration':%1$s,'measurement':%1$s,'units':%1$s,'log_excerpt':%1$s,'set':%1$s}}}",
                "{'s':{'a':{'result':'pass','starttc':%1$s,'endtc':%1$s,'other':%1$s}}}",
                "{'s':{'a':{'b':%1$s}}}",
                "{'s':%1$s,'0_s':%1$s}",
            })
    void isValidWhateverLavaWrites(String results) {
        TestStatus status = TestSamples.status("test-fail.json");
        for (String value : ODD) {
            String json = results.formatted(value);

            assertThat(violations(status, TestSamples.text(json), TestSamples.NONE))
                    .as(json)
                    .isEmpty();
        }
    }

    @Test
    void isValidWhateverIsInTheLog() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        String log = "<LAVA_SIGNAL_STARTRUN 0_ltp-smoke 1>\n<LAVA_SIGNAL_STARTTC df01.sh>\n"
                + new String(noise, StandardCharsets.ISO_8859_1)
                + "\u0000\ud83d\n<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=df01.sh RESULT=pass>\n";

        assertThat(violations(
                        TestSamples.status("test-pass.json"),
                        TestSamples.file("results-pass.json"),
                        TestSamples.text(log)))
                .isEmpty();
    }

    private static void valid(TestStatus odd, String what) {
        if (TestVerdict.of(odd) instanceof TestVerdict.Final) {
            assertThat(violations(odd, TestSamples.text("{'s':{'a':{'result':'pass'}}}"), TestSamples.NONE))
                    .as(what)
                    .isEmpty();
        }
    }

    private static List<String> violations(TestStatus status, JobFile results, JobFile log) {
        Report report = TestReport.of(status, TestSamples.order("ltp-smoke", "a b"), REQUESTED, "riscv", results, log);
        JsonObject stored =
                Json.createReader(new StringReader(report.toJson().toString())).readObject();
        assertThat(Report.parse(stored)).isEqualTo(report);
        return SCHEMA.violations(stored.toString());
    }
}
