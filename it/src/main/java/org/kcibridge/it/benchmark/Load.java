package org.kcibridge.it.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.kcibridge.it.database.Pause;

/** So many clients at the same time, each with a thread of its own, that share so many requests. */
record Load(int clients, int requests) {

    /** Nanoseconds with three digits, which is what a histogram keeps of them. */
    private static final int DIGITS = 3;

    private static final long PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** One who asks; whatever it holds is its own. */
    @FunctionalInterface
    interface Client extends AutoCloseable {

        /** Asks, and returns when it has its answer. @param number of the request, from 0 */
        void ask(int number) throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    /**
     * What it came to.
     *
     * @param perSecond requests answered in a second
     * @param nanoseconds how long each took
     */
    record Outcome(double perSecond, Histogram nanoseconds) {}

    /** Each client asks again as soon as it has its answer. */
    Outcome flatOut(Callable<Client> clientele) throws Exception {
        return run(clientele, 0);
    }

    /**
     * Requests come at a steady rate, however long answers take. Each is timed from when it was to be sent: a server that
     * stands still for a second makes all wait that come meanwhile, and not one only.
     */
    Outcome steadily(double perSecond, Callable<Client> clientele) throws Exception {
        return run(clientele, (long) (PER_SECOND / perSecond));
    }

    private Outcome run(Callable<Client> clientele, long interval) throws Exception {
        Histogram nanoseconds = new ConcurrentHistogram(DIGITS);
        var next = new AtomicInteger();
        var ready = new CountDownLatch(clients);
        var start = new CountDownLatch(1);
        var begun = new long[1];
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    try (Client client = opened(clientele, ready)) {
                        start.await();
                        for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                            long due = interval == 0 ? System.nanoTime() : begun[0] + number * interval;
                            Pause.until(due);
                            client.ask(number);
                            nanoseconds.recordValue(System.nanoTime() - due);
                        }
                    }
                    return null;
                }));
            }
            ready.await();
            begun[0] = System.nanoTime();
            start.countDown();
            for (Future<?> client : all) {
                client.get();
            }
            double seconds = (System.nanoTime() - begun[0]) / (double) PER_SECOND;
            return new Outcome(requests / seconds, nanoseconds);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether that goes well or not, nobody has to wait for this client. */
    private static Client opened(Callable<Client> clientele, CountDownLatch ready) throws Exception {
        try {
            return clientele.call();
        } finally {
            ready.countDown();
        }
    }
}
