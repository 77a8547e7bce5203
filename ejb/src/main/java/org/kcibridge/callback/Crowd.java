package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Callbacks that are being taken by this node. Who calls waits for an answer and gives up in the end, whereas what has been taken
 * is safe and can wait: those who apply callbacks let the crowd pass first, for a while.
 */
@ApplicationScoped
public class Crowd {

    /** Of those who call one after the other the next is on the way when the last has just left. */
    private static final Duration LULL = Duration.ofMillis(2);

    /** In a crowd that never ends, work goes on slowly, but it goes on. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Duration lull;
    private final Duration patience;
    private final AtomicInteger atDoor = new AtomicInteger();
    private volatile long left;

    Crowd() {
        this(LULL, PATIENCE);
    }

    Crowd(Duration lull, Duration patience) {
        this.lull = lull;
        this.patience = patience;
        this.left = System.nanoTime() - lull.toNanos();
    }

    void enter() {
        atDoor.incrementAndGet();
    }

    void leave() {
        left = System.nanoTime();
        atDoor.decrementAndGet();
    }

    /** Returns when nobody has been at the door for a moment, or somebody always was. */
    void letPass() {
        long begun = System.nanoTime();
        while (!isQuiet()
                && System.nanoTime() - begun < patience.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(lull.toNanos());
        }
    }

    private boolean isQuiet() {
        return atDoor.get() == 0 && System.nanoTime() - left >= lull.toNanos();
    }
}
