package org.kcibridge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;

/** The way of a report to KCIDB, as far as a submission itself knows it; who takes it when is the outbox's affair. */
@UnitTest
class SubmissionTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID JOB = UUID.randomUUID();
    private static final Instant CREATED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant NOW = CREATED.plusSeconds(60);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Report REPORT = Report.builder()
            .add(Kind.BUILDS, Json.createObjectBuilder().add("id", "riscv:ž").build())
            .build();

    private final Submission submission = new Submission(ID, JOB, REPORT, CREATED);

    @Test
    void isDueFromTheBeginning() {
        assertThat(submission.id()).isEqualTo(ID);
        assertThat(submission.jobId()).contains(JOB);
        assertThat(submission.state()).isEqualTo(SubmissionState.WAITING);
        assertThat(submission.dueAt()).contains(CREATED);
        assertThat(submission.createdAt()).isEqualTo(CREATED);
        assertThat(submission.changedAt()).isEqualTo(CREATED);
        assertThat(submission.document()).isEqualTo(REPORT.toJson().toString());
        assertThat(submission.objects()).isEqualTo(1);
        assertThat(submission.isDelivered()).isFalse();
    }

    @Test
    void countsFailedAttempts() {
        submission.retry("away", CREATED, PAUSE);
        submission.retry("still away", NOW, PAUSE);

        assertThat(submission.state()).isEqualTo(SubmissionState.RETRY);
        assertThat(submission.isDelivered()).isFalse();
        assertThat(submission.attempts()).isEqualTo(2);
        assertThat(submission.failures()).isZero();
        assertThat(submission.lastError()).contains("still away");
        assertThat(submission.changedAt()).isEqualTo(NOW);
        assertThat(submission.dueAt()).contains(NOW.plus(PAUSE));
    }

    @Test
    void countsWhatKcidbTookAndFailedToProcessTwice() {
        submission.notProcessed("its ingester failed", NOW, PAUSE);

        assertThat(submission.state()).isEqualTo(SubmissionState.RETRY);
        assertThat(submission.failures()).isEqualTo(1);
        assertThat(submission.attempts()).isEqualTo(1);
        assertThat(submission.lastError()).contains("its ingester failed");
    }

    @Test
    void losesNothingWhenItIsPutBackUntried() {
        submission.putBack("the token is refused", NOW);

        assertThat(submission.state()).isEqualTo(SubmissionState.WAITING);
        assertThat(submission.attempts()).isZero();
        assertThat(submission.lastError()).contains("the token is refused");
        assertThat(submission.dueAt()).contains(NOW);
    }

    @Test
    void waitsForAnOperatorWhenItIsDead() {
        submission.dead("violates the schema", NOW);

        assertThat(submission.state()).isEqualTo(SubmissionState.DEAD);
        assertThat(submission.isDelivered()).isFalse();
        assertThat(submission.lastError()).contains("violates the schema");
        assertThat(submission.dueAt()).isEmpty();
    }

    @Test
    void isDrivenAgainAsIfItHadNeverFailed() {
        submission.notProcessed("its ingester failed", CREATED, PAUSE);
        assertThat(submission.driveAgain(NOW)).isTrue();
        assertThat(submission.failures()).isZero();
        assertThat(submission.state()).isEqualTo(SubmissionState.WAITING);
        assertThat(submission.dueAt()).contains(NOW);

        submission.dead("violates the schema", CREATED);
        assertThat(submission.driveAgain(NOW)).isTrue();
        assertThat(submission.dueAt()).contains(NOW);
    }

    @Test
    void isNotDrivenWhileItWaits() {
        assertThat(submission.driveAgain(NOW)).as("waiting").isFalse();
        assertThat(submission.dueAt()).contains(CREATED);
    }

    @Test
    void isHeldByNobodyUntilItIsTaken() {
        assertThat(submission.isHeldUnder(UUID.randomUUID())).isFalse();
    }

    /** The column takes no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4000, 4001, 100_000})
    void keepsTheBeginningOfALongError(int length) {
        submission.dead("x".repeat(length), NOW);

        assertThat(submission.lastError()).contains("x".repeat(Math.min(length, 4000)));
    }
}
