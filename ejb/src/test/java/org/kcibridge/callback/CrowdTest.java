package org.kcibridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CrowdTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration NOTHING = Duration.ofNanos(1);
    private static final Duration IN_THE_END = Duration.ofMinutes(1);

    @Test
    void whereNobodyIsAtTheDoorNobodyWaits() {
        Crowd crowd = new Crowd(NOTHING, FOR_EVER);
        crowd.enter();
        crowd.leave();

        assertThat(passing(crowd)).succeedsWithin(IN_THE_END);
    }

    @Test
    void aCrowdGoesFirst() {
        Crowd crowd = new Crowd(A_MOMENT, FOR_EVER);
        crowd.enter();
        crowd.enter();

        Thread passing = new Thread(crowd::letPass);
        passing.start();
        crowd.leave();
        awaitWaiting(passing);
        crowd.leave();

        assertThat(CompletableFuture.runAsync(() -> join(passing))).succeedsWithin(IN_THE_END);
    }

    @Test
    void whoHasJustLeftMayBeFollowedByTheNext() {
        Crowd crowd = new Crowd(A_MOMENT, FOR_EVER);
        assertThat(passing(crowd)).succeedsWithin(IN_THE_END);
        crowd.enter();
        long left = System.nanoTime();
        crowd.leave();

        assertThat(passing(crowd)).succeedsWithin(IN_THE_END);

        assertThat(Duration.ofNanos(System.nanoTime() - left)).isGreaterThanOrEqualTo(A_MOMENT);
    }

    @Test
    void aCrowdThatNeverEndsStopsNobody() {
        Crowd crowd = new Crowd(NOTHING, A_MOMENT);
        crowd.enter();

        long before = System.nanoTime();
        assertThat(passing(crowd)).succeedsWithin(IN_THE_END);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(A_MOMENT);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> passing(Crowd crowd) {
        return CompletableFuture.runAsync(crowd::letPass);
    }
}
