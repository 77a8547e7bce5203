package org.kcibridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** What becomes of a callback. What it was made of is read from its row, and tested where there are rows. */
@UnitTest
class CallbackTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final Callback callback = new Callback();

    @Test
    void isOpenWhileItIsParked() {
        callback.parked("no such job", NOW, PAUSE);
        callback.parked("still no such job", NOW, PAUSE);

        assertThat(callback.state()).isEqualTo(CallbackState.PARKED);
        assertThat(callback.isClosed()).isFalse();
        assertThat(callback.attempts()).isEqualTo(2);
        assertThat(callback.reason()).contains("still no such job");
        assertThat(callback.closedAt()).isEmpty();
    }

    @Test
    void staysWhatItIsWhenItIsPostponed() {
        callback.parked("no such job", NOW, PAUSE);

        callback.postponed("the runner is away", NOW, PAUSE);

        assertThat(callback.state()).isEqualTo(CallbackState.PARKED);
        assertThat(callback.isClosed()).isFalse();
        assertThat(callback.attempts()).isEqualTo(2);
        assertThat(callback.reason()).contains("the runner is away");
    }

    @Test
    void isClosedWhenItIsApplied() {
        callback.postponed("the runner is away", NOW, PAUSE);

        callback.applied(NOW);

        assertThat(callback.state()).isEqualTo(CallbackState.APPLIED);
        assertThat(callback.isClosed()).isTrue();
        assertThat(callback.closedAt()).contains(NOW);
        assertThat(callback.reason()).isEmpty();
    }

    @Test
    void saysWhyItHasNoEffect() {
        callback.parked("no such job", NOW, PAUSE);
        callback.ignored("said before", NOW);
        assertThat(callback.state()).isEqualTo(CallbackState.IGNORED);
        assertThat(callback.isClosed()).isTrue();
        assertThat(callback.reason()).contains("said before");

        callback.quarantined("no JSON", NOW);
        assertThat(callback.state()).isEqualTo(CallbackState.QUARANTINED);
        assertThat(callback.isClosed()).isTrue();
        assertThat(callback.reason()).contains("no JSON");
    }

    @Test
    void remembersTheJobThatItTurnedOutToBeAbout() {
        UUID job = UUID.randomUUID();
        assertThat(callback.jobId()).isEmpty();

        callback.concerns(job);

        assertThat(callback.jobId()).contains(job);
    }

    /** The column takes no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2000, 2001, 100_000})
    void keepsTheBeginningOfALongReason(int length) {
        callback.quarantined("x".repeat(length), NOW);

        assertThat(callback.reason()).contains("x".repeat(Math.min(length, 2000)));
    }
}
