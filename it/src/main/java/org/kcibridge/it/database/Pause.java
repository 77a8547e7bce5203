package org.kcibridge.it.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits a moment between two looks at something that cannot notify. */
final class Pause {

    private Pause() {}

    static void milliseconds(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
