package org.kcibridge.it.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.kcibridge.it.database.Pause;

/** Waits for what happens by itself. */
final class Patience {

    /** Longer than anything takes; it only ends what hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private Patience() {}

    /** Looks every so many milliseconds whether it has happened. */
    static void until(String what, int milliseconds, Callable<Boolean> happened) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!happened.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            Pause.milliseconds(milliseconds);
        }
    }
}
