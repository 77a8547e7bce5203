package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Callbacks that are being taken by this node. Who calls waits for an answer and gives up in the end, whereas what has been taken
 * is safe and can wait: those who apply callbacks let the crowd pass first, for a while.
 */
@ApplicationScoped
public class Crowd {

    /** In a crowd that never ends, work goes on slowly, but it goes on. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Duration patience;

    /** Not this object's own lock: the container's proxy has one as well, and would hold it while somebody waits. */
    private final Lock lock = new ReentrantLock();

    private final Condition passed = lock.newCondition();
    private int atDoor;

    Crowd() {
        this(PATIENCE);
    }

    Crowd(Duration patience) {
        this.patience = patience;
    }

    void enter() {
        move(1);
    }

    void leave() {
        move(-1);
    }

    private void move(int step) {
        lock.lock();
        try {
            atDoor += step;
            if (atDoor == 0) {
                passed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nobody is at the door, or somebody has been for long enough. */
    void letPass() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (atDoor > 0 && left > 0) {
                left = passed.awaitNanos(left);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
