package org.kcibridge.it.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What has been opened and must be closed, last first, whether the start fails, the server dies or somebody presses
 * Ctrl-C in the middle of it: a signal waits for the step that is just being taken, and nothing is opened after it.
 */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Consumer<String> complaints;

    Closing(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    /** Opens something that will be closed after all that is opened later. */
    synchronized <T extends AutoCloseable> T open(Callable<T> opening) throws Exception {
        if (hasBegun()) {
            throw new InterruptedException("stopping");
        }
        T resource = opening.call();
        opened.push(resource);
        return resource;
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** True where the closing begins before the time is over. */
    boolean beginsWithin(long milliseconds) throws InterruptedException {
        return begun.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        begun.countDown();
        synchronized (this) {
            while (!opened.isEmpty()) {
                closeQuietly(opened.pop());
            }
        }
    }

    private void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            complaints.accept("cannot be closed in order: " + e);
        }
    }
}
