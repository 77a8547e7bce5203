package org.kcibridge.heartbeat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: twice as long each time up to a limit, give or take a fifth, so that whatever
 * failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest) {

    private static final double JITTER = 0.2;
    private static final int ENOUGH_DOUBLINGS = 20;

    public Backoff {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a backoff grows from a positive pause to a longer one");
        }
    }

    /** @param failures how many attempts have failed before this one */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures, ENOUGH_DOUBLINGS);
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * factor));
    }
}
