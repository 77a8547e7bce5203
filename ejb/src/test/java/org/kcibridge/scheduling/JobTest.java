package org.kcibridge.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.BuildOrder;

/** A job moves forward only, whatever comes in whatever order. */
@UnitTest
class JobTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration DEADLINE = Duration.ofHours(2);

    private static final UUID ID = UUID.randomUUID();
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Job job = new Job(ID, Requests.build("b"), "riscv", "secret", NOW, LEASE);

    @Test
    void isDueWhenWhoeverOpenedItHadItsChance() {
        assertThat(job.state()).isEqualTo(JobState.REQUESTED);
        assertThat(job.dueAt()).contains(NOW.plus(LEASE));
    }

    @Test
    void remembersWhoAskedForWhat() {
        assertThat(job.id()).isEqualTo(ID);
        assertThat(job.kind()).isEqualTo(JobKind.BUILD);
        assertThat(job.runner()).isEqualTo("tuxsuite");
        assertThat(job.origin()).isEqualTo("riscv");
        assertThat(job.callbackSecret()).isEqualTo("secret");
        assertThat(job.createdAt()).isEqualTo(NOW);
        assertThat(job.changedAt()).isEqualTo(NOW);
    }

    @Test
    void isKnownByTheRunnersIdOnceItIsSubmitted() {
        assertThat(job.knownAs("uid")).isFalse();

        job.submitted("uid", NOW, DEADLINE);

        assertThat(job.knownAs("uid")).isTrue();
        assertThat(job.knownAs("other")).isFalse();
    }

    @Test
    void isDueAtOnceWhenWhoeverOpenedItLeavesIt() {
        job.left(LATER);
        assertThat(job.dueAt()).contains(LATER);

        job.submitted("uid", NOW, DEADLINE);
        job.left(LATER);
        assertThat(job.dueAt()).contains(NOW.plus(DEADLINE));
    }

    @Test
    void endsWithTheRunnersReasonWhenItIsRejected() {
        assertThat(job.rejected("no such toolchain", LATER)).isTrue();

        assertThat(job.state()).isEqualTo(JobState.REJECTED);
        assertThat(job.lastError()).contains("no such toolchain");
        assertThat(job.changedAt()).isEqualTo(LATER);
        assertThat(job.dueAt()).isEmpty();
    }

    @Test
    void isAskedAboutAgainAndAgain() {
        job.submitted("uid", NOW, DEADLINE);

        job.asked(LATER, DEADLINE);
        job.asked(LATER, DEADLINE);
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(job.dueAt()).contains(LATER.plus(DEADLINE));

        job.unasked("away", LATER, LEASE);
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(job.lastError()).contains("away");
        assertThat(job.dueAt()).contains(LATER.plus(LEASE));
    }

    @Test
    void saysWhyItIsLost() {
        job.lost("riscv:uid", LATER);

        assertThat(job.state()).isEqualTo(JobState.LOST);
        assertThat(job.buildId()).contains("riscv:uid");
        assertThat(job.lastError()).contains("the runner never told how it ended");
    }

    /** The runner may have taken the order, and refused only its repetition. */
    @Test
    void takesItsResultThoughItWasRejected() {
        job.rejected("known already", NOW);

        job.finished("uid", "riscv:uid", LATER);

        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.buildId()).contains("riscv:uid");
        assertThat(job.lastError()).isEmpty();
    }

    @Test
    void leavesNothingToDoInEveryStateButTheFirstTwo() {
        assertThat(JobState.values())
                .filteredOn(state -> !state.isEnd())
                .containsExactly(JobState.REQUESTED, JobState.SUBMITTED);
    }

    /** The column takes no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2000, 2001, 100_000})
    void keepsTheBeginningOfALongError(int length) {
        job.postponed("x".repeat(length), NOW, LEASE);

        assertThat(job.lastError()).contains("x".repeat(Math.min(length, 2000)));
    }

    @Test
    void ordersWhatWasAskedFor() {
        assertThat(Requests.build("b").order(ID))
                .isEqualTo(new BuildOrder(
                        ID,
                        "https://example.org/linux.git",
                        "b",
                        null,
                        "riscv",
                        "gcc-14",
                        "defconfig",
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void refusesToBuildWithoutAnyConfiguration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BuildRequest(
                        "tuxsuite", "https://r/l", "b", null, "riscv", "gcc", null, List.of(), List.of(), Map.of()));
        assertThatNoException()
                .isThrownBy(() -> new BuildRequest(
                        "tuxsuite",
                        "https://r/l",
                        "b",
                        null,
                        "riscv",
                        "gcc",
                        null,
                        List.of("A=y"),
                        List.of(),
                        Map.of()));
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
    void isLeftToWhoeverHandsItOverBeforeItIsCancelled() {
        assertThat(job.cancel(NOW, LEASE)).isTrue();

        assertThat(job.state()).isEqualTo(JobState.REQUESTED);
        assertThat(job.dueAt()).contains(NOW.plus(LEASE));
        assertThat(job.cancelled(NOW)).isTrue();
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.cancel(NOW, LEASE)).isFalse();
    }

    /** Somebody was handing it over when it was cancelled. */
    @Test
    void isToBeStoppedAtOnceWhenTheRunnerTookItNonetheless() {
        job.cancel(NOW, LEASE);

        job.submitted("uid", NOW, DEADLINE);

        assertThat(job.dueAt()).contains(NOW);
        assertThat(job.isToBeStopped()).isTrue();
        assertThat(job.cancelled(NOW)).isFalse();
    }

    @Test
    void isAskedAboutSoonAfterItsRunnerWasToldToStop() {
        job.submitted("uid", NOW, DEADLINE);
        job.asked(NOW, DEADLINE);

        job.cancel(NOW, LEASE);
        assertThat(job.dueAt()).contains(NOW);
        job.toldToStop(NOW, LEASE);

        assertThat(job.isToBeStopped()).isFalse();
        assertThat(job.attempts()).isZero();
        assertThat(job.dueAt()).contains(NOW.plus(LEASE));
    }

    /** A build's branch moves on; of what was cancelled nobody can say that it was done. */
    @Test
    void isNotDoneForGoodAsABuildOrWhenCancelled() {
        job.finished("uid", "riscv:uid", NOW);
        assertThat(job.isDoneForGood()).isFalse();

        Job test = new Job(UUID.randomUUID(), Requests.test(), "riscv", "secret", NOW, LEASE);
        Job cancelled = new Job(UUID.randomUUID(), Requests.test(), "riscv", "secret", NOW, LEASE);
        assertThat(test.isDoneForGood()).isFalse();
        cancelled.cancel(NOW, LEASE);
        test.finished("uid", "riscv:b", NOW);
        cancelled.finished("uid", "riscv:b", NOW);
        assertThat(test.isDoneForGood()).isTrue();
        assertThat(cancelled.isDoneForGood()).isFalse();
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
        assertThat(Claim.workOf(Requests.build("b"), "riscv"))
                .isEqualTo(Claim.workOf(Requests.build("b"), "riscv"))
                .isNotEqualTo(Claim.workOf(Requests.build("c"), "riscv"))
                .isNotEqualTo(Claim.workOf(Requests.build("b"), "other"));
    }
}
