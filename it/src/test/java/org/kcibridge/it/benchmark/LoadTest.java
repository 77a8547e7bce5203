package org.kcibridge.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Clients that ask at the same time. */
@UnitTest
class LoadTest {

    @Test
    void shouldAskEachRequestOnce() throws Exception {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        var opened = new AtomicInteger();

        Load.Outcome outcome = new Load(4, 1000).flatOut(() -> {
            opened.incrementAndGet();
            return asked::add;
        });

        assertThat(asked).hasSize(1000);
        assertThat(opened).hasValue(4);
        assertThat(outcome.nanoseconds().getTotalCount()).isEqualTo(1000);
        assertThat(outcome.perSecond()).isPositive();
    }

    @Test
    void shouldKeepToARateThatClientsCouldExceed() throws Exception {
        Load.Outcome outcome = new Load(2, 20).steadily(100, () -> number -> {});

        // The last one of twenty is due 190 ms after the first one.
        assertThat(outcome.perSecond()).isLessThan(20 / 0.19);
    }

    @Test
    void shouldTimeRequestsFromWhenTheyWereDue() throws Exception {
        var never = new Semaphore(0);

        Load.Outcome outcome = new Load(1, 10).steadily(1000, () -> number -> {
            if (number == 0) {
                never.tryAcquire(200, TimeUnit.MILLISECONDS);
            }
        });

        // All others had to wait for the one that stood still.
        assertThat(outcome.nanoseconds().getMinValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
    }

    @Test
    void shouldFailWithTheFirstRequestThatFails() {
        assertThatThrownBy(() -> new Load(2, 10).flatOut(() -> number -> {
                    throw new IllegalStateException("answered 500");
                }))
                .hasRootCauseMessage("answered 500");
    }
}
