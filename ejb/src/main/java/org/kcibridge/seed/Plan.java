package org.kcibridge.seed;

import java.time.Instant;

/**
 * What to make of a dataset. Equal plans for equal datasets give equal rows.
 *
 * @param dataset its name
 * @param checkouts how many checkouts, before {@code scale}; 0 for as many as the dataset has. More than those repeat it,
 *     each time further back in time and with all its builds and tests; fewer leave the rest of it out
 * @param issues how many issues; 0 for as many as the dataset has
 * @param scale how many times all of it: checkouts, builds, tests and incidents
 * @param seed of what is left to chance: durations, and when exactly things began
 * @param now when it is; all times are before it
 */
public record Plan(String dataset, int checkouts, int issues, int scale, long seed, Instant now) {

    /** As many rows as a database of this kind ever has to take. */
    public static final int MOST = 1_000_000;

    public Plan {
        if (checkouts < 0 || checkouts > MOST || issues < 0 || issues > MOST || scale < 1 || scale > MOST) {
            throw new IllegalArgumentException("out of range: " + checkouts + ", " + issues + ", " + scale);
        }
    }
}
