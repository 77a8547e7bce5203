package org.kcibridge.it.benchmark.figures;

import java.util.Locale;

/**
 * What a figure is meant to come to.
 *
 * @param limit the last value that is good enough
 * @param isLeast whether greater ones are better
 */
public record Aim(double limit, boolean isLeast) {

    public static Aim atLeast(double limit) {
        return new Aim(limit, true);
    }

    public static Aim atMost(double limit) {
        return new Aim(limit, false);
    }

    public boolean isMetBy(double value) {
        return isLeast ? value >= limit : value <= limit;
    }

    /** How far a value is on the way; 1 and more is there. */
    public double progress(double value) {
        return isLeast ? value / limit : limit / value;
    }

    @Override
    public String toString() {
        return (isLeast ? ">= " : "<= ") + Numbers.brief(limit).toLowerCase(Locale.ROOT);
    }
}
