package org.kcibridge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** When KCIDB counts as out of reach, for how long, and what ends it. */
@UnitTest
class DestinationTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant NOW = BEGIN.plusSeconds(60);
    private static final Answer.Unauthorised REFUSAL = new Answer.Unauthorised(401, "expired");

    private final Destination kcidb = new Destination("kcidb", BEGIN);

    @Test
    void isReachableFromTheBeginning() {
        assertThat(kcidb.state()).isEqualTo(DestinationState.REACHABLE);
        assertThat(kcidb.isSound()).isTrue();
        assertThat(kcidb.since()).isEqualTo(BEGIN);
        assertThat(kcidb.dueAt()).isEmpty();
        assertThat(kcidb.reason()).isEmpty();
    }

    /** What fails may be a single batch; the third of them in a row is no accident. */
    @Test
    void isOutOfReachAfterThreeFailuresInARow() {
        kcidb.failed(trouble(), NOW);
        kcidb.failed(trouble(), NOW);
        assertThat(kcidb.isReachable()).isTrue();
        assertThat(kcidb.isSound()).isFalse();

        kcidb.failed(trouble(), NOW);

        assertThat(kcidb.state()).isEqualTo(DestinationState.UNREACHABLE);
        assertThat(kcidb.since()).isEqualTo(NOW);
        assertThat(kcidb.reason()).contains("in trouble");
        assertThat(pause()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void isReachableAfterFailuresThatDoNotFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            kcidb.failed(trouble(), NOW);
            kcidb.failed(trouble(), NOW);
            kcidb.succeeded(NOW);
        }

        assertThat(kcidb.isSound()).isTrue();
        assertThat(kcidb.since()).isEqualTo(BEGIN);
    }

    @Test
    void isLeftAloneForLongerAndLonger() {
        for (int i = 0; i < 3; i++) {
            kcidb.failed(trouble(), NOW);
        }
        Duration first = pause();
        for (int i = 0; i < 3; i++) {
            kcidb.failed(trouble(), NOW);
        }
        Duration fourth = pause();
        for (int i = 0; i < 30; i++) {
            kcidb.failed(trouble(), NOW);
        }

        assertThat(fourth).isGreaterThan(first.multipliedBy(4));
        assertThat(pause()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }

    @Test
    void isLeftAloneAtOnceAndForAsLongAsItAsks() {
        kcidb.failed(trouble(Duration.ofMinutes(10)), NOW);

        assertThat(kcidb.state()).isEqualTo(DestinationState.UNREACHABLE);
        assertThat(pause()).isEqualTo(Duration.ofMinutes(10));
    }

    /** That the door opens does not say that anything gets through it. */
    @Test
    void closesAtTheNextFailureAfterItAnsweredAKnock() {
        for (int i = 0; i < 3; i++) {
            kcidb.failed(trouble(), NOW);
        }
        kcidb.answeredKnock(NOW);
        assertThat(kcidb.isReachable()).isTrue();
        assertThat(kcidb.isSound()).isFalse();
        assertThat(kcidb.dueAt()).isEmpty();
        assertThat(kcidb.reason()).isEmpty();

        kcidb.failed(trouble(), NOW);

        assertThat(kcidb.state()).isEqualTo(DestinationState.UNREACHABLE);
        assertThat(pause()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
    }

    @Test
    void isClosedAtOnceWhileItRefusesOurToken() {
        kcidb.refusedUs(REFUSAL, NOW);
        kcidb.refusedUs(REFUSAL, NOW.plusSeconds(60));

        assertThat(kcidb.state()).isEqualTo(DestinationState.UNAUTHORISED);
        assertThat(kcidb.reason()).contains("expired");
        assertThat(kcidb.since()).isEqualTo(NOW);
        assertThat(kcidb.dueAt()).contains(NOW.plusSeconds(120));

        kcidb.answeredKnock(NOW.plusSeconds(120));
        assertThat(kcidb.isSound()).isTrue();
        assertThat(kcidb.since()).isEqualTo(NOW.plusSeconds(120));
    }

    private Duration pause() {
        return Duration.between(NOW, kcidb.dueAt().orElseThrow());
    }

    private static Answer.Unavailable trouble() {
        return new Answer.Unavailable(OptionalInt.of(503), "in trouble", Optional.empty());
    }

    private static Answer.Unavailable trouble(Duration retryAfter) {
        return new Answer.Unavailable(OptionalInt.of(503), "in trouble", Optional.of(retryAfter));
    }
}
