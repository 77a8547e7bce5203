package org.kcibridge.it.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits a moment between two looks at something that cannot notify, or until it is time to do something. */
public final class Pause {

    private Pause() {}

    public static void milliseconds(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    /** Waits until {@link System#nanoTime} says so; not at all where it does already. */
    public static void until(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
