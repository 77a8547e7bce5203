package org.kcibridge.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TurnsTest {

    private static final String CHORE = "apply callbacks";

    private final Turns turns = new Turns();

    @Test
    void aChoreIsDoneByOneAtATime() {
        assertThat(turns.begin(CHORE)).isTrue();

        assertThat(turns.begin(CHORE)).isFalse();
        assertThat(turns.begin("another")).isTrue();
    }

    @Test
    void whoEndsItLetsOthersBegin() {
        turns.begin(CHORE);

        assertThat(turns.end(CHORE)).isFalse();
        assertThat(turns.begin(CHORE)).isTrue();
    }

    @Test
    void ofThoseWhoCallOneHasItDone() {
        assertThat(turns.call(CHORE)).isTrue();
        assertThat(turns.call(CHORE)).isFalse();

        turns.begin(CHORE);
        assertThat(turns.end(CHORE)).isFalse();
        assertThat(turns.call(CHORE)).isTrue();
    }

    @Test
    void whoIsAtItDoesItAgainForThoseWhoCalledMeanwhile() {
        turns.begin(CHORE);

        assertThat(turns.call(CHORE)).isFalse();

        assertThat(turns.end(CHORE)).isTrue();
    }

    /** Whenever somebody has called, it is begun once more after that: nobody waits for a timer. */
    @Test
    void noCallIsForgotten() throws Exception {
        var work = new AtomicInteger();
        var done = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = 0; i < 20_000; i++) {
                work.incrementAndGet();
                if (turns.call(CHORE)) {
                    answer(work, done);
                }
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var end : threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> worker).toList())) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(done.get()).isEqualTo(80_000);
    }

    private void answer(AtomicInteger work, AtomicInteger done) {
        while (turns.begin(CHORE)) {
            done.addAndGet(work.getAndSet(0));
            if (!turns.end(CHORE)) {
                return;
            }
        }
    }
}
