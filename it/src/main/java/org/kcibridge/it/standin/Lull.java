package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that slow answers make; all of them can be ended at once, when nobody waits for those answers any more. */
final class Lull {

    private final CountDownLatch end = new CountDownLatch(1);

    /** Waits; false where there is nothing to wait for any more. */
    boolean last(Duration time) {
        try {
            return time.isZero() || !end.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        end.countDown();
    }
}
