package org.kcibridge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

/** What one may tell a batch job, and what one hears when it is wrong. */
@UnitTest
class BatchJobTest {

    @ParameterizedTest
    @CsvSource({
        "RESUBMISSION, kind, builds",
        "RESUBMISSION, kind, tests",
        "RESUBMISSION, kind, all",
        "RESUBMISSION, since, 2026-01-31T00:00:00Z",
        "RESUBMISSION, since, P7D",
        "RESUBMISSION, origin, linaro_2",
        "RESUBMISSION, dryRun, true",
        "RESUBMISSION, dryRun, false",
        "RESUBMISSION, jberet.restart.mode, force",
        "RECONCILIATION, runner, tuxsuite",
        "RECONCILIATION, olderThan, PT0S",
        "PRUNE, olderThan, P90D",
        "MIGRATION, schema, old_bridge_2"
    })
    void takesWhatFits(BatchJob job, String name, String value) {
        assertThat(job.faults(Map.of(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESUBMISSION, kind, Builds",
        "RESUBMISSION, since, 2026-01-31",
        "RESUBMISSION, since, P",
        "RESUBMISSION, since, -P7D",
        "RESUBMISSION, origin, Linaro",
        "RESUBMISSION, dryRun, 1",
        "RECONCILIATION, runner, a b",
        "PRUNE, olderThan, P-90D",
        "MIGRATION, schema, Old",
        "MIGRATION, schema, 'a\"b'",
        "PRUNE, olderThan, P1Y",
        "PRUNE, olderThan, ''"
    })
    void saysWhatWouldFit(BatchJob job, String name, String value) {
        assertThat(job.faults(Map.of(name, value))).hasSize(1).hasEntrySatisfying(name, fault -> assertThat(fault)
                .startsWith("must be "));
    }

    @Test
    void saysWhichParametersThereAre() {
        assertThat(BatchJob.PRUNE.faults(Map.of("older", "P1D")))
                .containsExactly(Map.entry("older", "is not known; there are olderThan, reports, dryRun"));
    }

    @Test
    void isFoundByItsName() {
        assertThat(BatchJob.of("prune")).contains(BatchJob.PRUNE);
        assertThat(BatchJob.of("PRUNE")).isEmpty();
    }
}
