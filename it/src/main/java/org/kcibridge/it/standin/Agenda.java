package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a stand-in will do later, and what it is doing in the background; all of that can be ended for good. */
final class Agenda {

    private static final int THREADS = 4;

    /** Longer than anything on an agenda takes. */
    private static final long PATIENCE_SECONDS = 40;

    private final ThreadGroup group;
    private final ScheduledThreadPoolExecutor clock;

    Agenda(String name) {
        group = new ThreadGroup(name);
        clock = new ScheduledThreadPoolExecutor(THREADS, task -> {
            var thread = new Thread(group, task, name);
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does something after a while, unless the agenda is ended before. */
    void later(Duration delay, Runnable task) {
        try {
            clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            // Nothing begins any more.
        }
    }

    /** Lets nothing begin any more, and returns when nothing is under way; what asks for it itself is not waited for. */
    void end() {
        clock.shutdown();
        if (Thread.currentThread().getThreadGroup() == group) {
            return;
        }
        try {
            if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything at once, in the middle of whatever it is. */
    void cut() {
        clock.shutdownNow();
    }
}
