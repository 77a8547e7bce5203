package org.kcibridge.seed;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Chance that comes out the same each time. Every throw is one of its own, so it does not matter which ones were made before
 * it, by whom, and whether at all.
 */
enum Dice {
    BUILD_WAITED(Duration.ofMinutes(1), Duration.ofMinutes(10)),
    BUILD_TOOK(Duration.ofMinutes(5), Duration.ofHours(1)),
    TEST_WAITED(Duration.ofMinutes(1), Duration.ofMinutes(20)),
    TEST_TOOK(Duration.ofMinutes(1), Duration.ofMinutes(30));

    /** Multiplied by odd numbers of many bits, numbers that are neighbours come to lie far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Duration least;
    private final Duration most;

    Dice(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    /**
     * A duration of whole seconds.
     *
     * @param seed the plan's
     * @param index of the object it is for
     */
    Duration roll(long seed, long index) {
        var random = new SplittableRandom(((seed * SPREAD + ordinal()) * SPREAD + index) * SPREAD);
        return Duration.ofSeconds(random.nextLong(least.toSeconds(), most.toSeconds() + 1));
    }
}
