package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Report;
import org.kcibridge.report.Trees;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** A report that violates the schema is never sent, so a single odd member must not cost us the whole build. */
@UnitTest
class BuildReportValidityTest {

    private static final KcidbSchema SCHEMA = new KcidbSchema();

    /** Whatever happens to an account, what we make of it must be valid. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "-1e999",
                "true",
                "''",
                "' '",
                "[]",
                "{}",
                "[null]",
                "{'a':null}",
                "'\\u0000'",
                "'\\ud83d\\n'",
                "'https://u:p@h/ x'",
                "'../..'",
                "['']",
                "[['a']]",
                "'2026-03-02T10:12:05.5'",
                "MISSING"
            })
    void isValidWhateverBecomesOfAnyMember(String value) {
        for (String file : List.of("build-pass.json", "build-fail.json", "build-error.json")) {
            BuildStatus status = Samples.status(file);
            for (String member : status.json().keySet()) {
                BuildStatus odd = Samples.with(status, member, value.equals("MISSING") ? null : value);
                if (BuildVerdict.of(odd) instanceof BuildVerdict.Final) {
                    assertThat(violations(odd))
                            .as("%s with %s %s", file, member, value)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void isValidHoweverLongTheMembersAre() {
        BuildStatus status = Samples.status("build-pass.json");
        for (String member : status.json().keySet()) {
            BuildStatus odd = Samples.with(status, member, "'" + "ž".repeat(20_000) + "'");
            if (BuildVerdict.of(odd) instanceof BuildVerdict.Final) {
                assertThat(violations(odd)).as(member).isEmpty();
            }
        }
    }

    private static List<String> violations(BuildStatus status) {
        Report report = BuildReport.of(
                status, Samples.order(), Instant.parse("2026-03-02T10:00:00Z"), "riscv", Trees.builtIn());
        return SCHEMA.violations(report.toJson().toString());
    }
}
