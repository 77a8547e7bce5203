package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The requests since a stand-in was last cleared. As a sandbox runs for weeks, only the newest are kept: but nobody is
 * given an incomplete record unawares.
 */
final class Recording {

    /** Far more than any test needs. */
    private static final int MOST_REQUESTS = 20_000;

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Deque<Request> requests = new ArrayDeque<>();
    private long bytes;
    private boolean incomplete;

    synchronized void add(Request request) {
        requests.addLast(request);
        bytes += request.body().length;
        while (requests.size() > MOST_REQUESTS || bytes > MOST_BYTES) {
            bytes -= requests.removeFirst().body().length;
            incomplete = true;
        }
        notifyAll();
    }

    synchronized Requests requests() {
        if (incomplete) {
            throw new IllegalStateException("more requests came than are kept; clear the stand-in more often");
        }
        return new Requests(List.copyOf(requests));
    }

    /** Waits until so many requests of a kind have come, and returns those that have. */
    synchronized Requests await(int count, RequestKind kind, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Requests come = requests().that(kind::matches);
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (come.size() >= count) {
                return come;
            }
            if (left <= 0) {
                throw new AssertionError("%d of %d requests %s %s came within %s, in all: %s"
                        .formatted(come.size(), count, kind.method(), kind.path(), patience, requests));
            }
            sleep(left);
        }
    }

    private void sleep(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a request", interrupted);
        }
    }
}
