package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** Whatever writes several rows writes all of them or none, and what failed is done when the fault has gone. */
@IntegrationTest
@SuppressWarnings("try") // Faults are held, not used.
class RollbackIT extends BridgeTest {

    /** More than the resubmission takes in one chunk, less than in two. */
    private static final int STUCK = 150;

    private static final int CHUNK = 100;

    @Test
    void undoesReportAndJobWhenTheSubmissionCannotBeQueued() {
        String job;
        try (Fault fault = database.failOn("insert", "submission", "true")) {
            job = scheduleBuild(Map.of());
            await().atMost(PATIENCE).until(() -> database.count("select coalesce(max(attempts), 0) from callback") > 0);

            assertThat(database.count("select count(*) from checkouts")).isZero();
            assertThat(database.count("select count(*) from builds")).isZero();
            assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
            assertThat(database.value("select reason from callback")).contains("ould not execute");
        }

        database.clock().advance(Duration.ofMinutes(2));
        awaitDelivery(job);
        assertThat(api.items("/builds")).hasSize(1);
    }

    @Test
    void undoesTheClaimWhenTheJobCannotBeOpened() {
        try (Fault fault = database.failOn("insert", "job", "true")) {
            // No contract describes that.
            assertThatThrownBy(() -> api.build(Map.of())).hasMessageContaining("was answered 500");
            assertThat(database.count("select count(*) from claim")).isZero();
        }
        assertThat(api.build(Map.of()).status()).isEqualTo(201);
    }

    @Test
    void undoesTheChunkOfABatchJobInWhichSomethingFails() {
        given.bulk(STUCK, i -> given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null));
        String last = database.value("select id from submission order by id desc limit 1");
        kcidb.script().answerNext(STUCK, Answer.unavailable(Duration.ofHours(1)));

        try (Fault fault = database.failOn("update", "submission", "new.id = '" + last + "' and new.state <> 'DEAD'")) {
            assertThat(api.post("/sync/builds", "").status()).isEqualTo(204);
            awaitBatch("FAILED");
            assertThat(dead()).as("the chunk of one partition").isBetween(1, CHUNK);
            assertThat(database.value("select state from submission where id = ?", UUID.fromString(last)))
                    .isEqualTo("DEAD");
            assertThat(database.count("select sum(amount) from batch_tally")).isEqualTo(STUCK - dead());
        }

        assertThat(api.post("/sync/builds", "").status()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> dead() == 0);
    }

    private int dead() {
        return database.count("select count(*) from submission where state = 'DEAD'");
    }

    private void awaitBatch(String status) {
        await().atMost(PATIENCE)
                .until(
                        () -> database.value(
                                "select batchstatus from jberet.job_execution order by jobexecutionid desc limit 1"),
                        status::equals);
    }
}
