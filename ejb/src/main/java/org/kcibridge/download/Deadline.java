package org.kcibridge.download;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/**
 * Ends a request when its time is over, whatever it is doing: a server that sends a byte now and then never exceeds the
 * time-out of a single read.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> alarm;
    private HttpGet current;
    private boolean passed;

    Deadline(ScheduledExecutorService watch, Duration time) {
        alarm = watch.schedule(this::pass, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The request that is ended; it takes the place of the one before. */
    synchronized HttpGet guard(HttpGet request) {
        current = request;
        if (passed) {
            request.cancel();
        }
        return request;
    }

    synchronized boolean hasPassed() {
        return passed;
    }

    private synchronized void pass() {
        passed = true;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
