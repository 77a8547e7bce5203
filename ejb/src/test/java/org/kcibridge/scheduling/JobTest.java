package org.kcibridge.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** A job moves forward only, whatever comes in whatever order. */
@UnitTest
class JobTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration DEADLINE = Duration.ofHours(2);

    private final Job job = new Job(UUID.randomUUID(), request("b"), "riscv", "secret", NOW, LEASE);

    @Test
    void isDueWhenWhoeverOpenedItHadItsChance() {
        assertThat(job.state()).isEqualTo(JobState.REQUESTED);
        assertThat(job.dueAt()).contains(NOW.plus(LEASE));
    }

    @Test
    void isAskedAboutAtItsDeadline() {
        assertThat(job.submitted("uid", NOW, DEADLINE)).isTrue();

        assertThat(job.state()).isEqualTo(JobState.SUBMITTED);
        assertThat(job.dueAt()).contains(NOW.plus(DEADLINE));
    }

    @Test
    void countsAttemptsOfItsPresentState() {
        job.postponed("away", NOW, LEASE);
        job.postponed("away", NOW, LEASE);
        assertThat(job.attempts()).isEqualTo(2);

        job.submitted("uid", NOW, DEADLINE);

        assertThat(job.attempts()).isZero();
        assertThat(job.lastError()).isEmpty();
    }

    /** News can overtake the runner's answer to the order: the answer then changes nothing. */
    @Test
    void ignoresAnAnswerThatComesAfterTheResult() {
        job.finished("uid", "riscv:uid", NOW);

        assertThat(job.submitted("other", NOW, DEADLINE)).isFalse();
        assertThat(job.rejected("no", NOW)).isFalse();
        job.postponed("away", NOW, LEASE);
        job.asked(NOW, DEADLINE);
        job.unasked("away", NOW, LEASE);

        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.runnerUid()).contains("uid");
        assertThat(job.dueAt()).isEmpty();
        assertThat(job.lastError()).isEmpty();
    }

    @Test
    void ignoresARefusalOfWhatTheRunnerAlreadyHas() {
        job.submitted("uid", NOW, DEADLINE);

        assertThat(job.rejected("known already", NOW)).isFalse();
        assertThat(job.state()).isEqualTo(JobState.SUBMITTED);
    }

    @Test
    void endsOnce() {
        job.lost("riscv:uid", NOW);

        assertThatIllegalStateException().isThrownBy(() -> job.finished("uid", "riscv:uid", NOW));
        assertThatIllegalStateException().isThrownBy(() -> job.lost("riscv:uid", NOW));
    }

    @Test
    void remembersTheWholeRequest() {
        BuildRequest request = new BuildRequest(
                "tuxsuite",
                "https://example.org/linux.git",
                "master",
                "0123456789abcdef0123456789abcdef01234567",
                "riscv",
                "gcc-14",
                "defconfig",
                List.of("CONFIG_A=y"),
                List.of("kernel"),
                Map.of("LLVM", "1", "W", "1"));

        assertThat(new Job(UUID.randomUUID(), request, "riscv", "s", NOW, LEASE).request())
                .isEqualTo(request);
    }

    @Test
    void claimsEqualRequestsAlikeAndOthersApart() {
        assertThat(Claim.workOf(request("b"), "riscv"))
                .isEqualTo(Claim.workOf(request("b"), "riscv"))
                .isNotEqualTo(Claim.workOf(request("c"), "riscv"))
                .isNotEqualTo(Claim.workOf(request("b"), "other"));
    }

    private static BuildRequest request(String branch) {
        return new BuildRequest(
                "tuxsuite",
                "https://example.org/linux.git",
                branch,
                null,
                "riscv",
                "gcc-14",
                "defconfig",
                List.of(),
                List.of(),
                Map.of());
    }
}
