package org.kcibridge.it.benchmark;

import java.util.concurrent.TimeUnit;

/** Time since it was made. */
final class Stopwatch {

    private final long start = System.nanoTime();

    double seconds() {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
