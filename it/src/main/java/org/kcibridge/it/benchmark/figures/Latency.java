package org.kcibridge.it.benchmark.figures;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;

/**
 * How long single requests took, all rounds together, in milliseconds.
 *
 * @param p50 half of them took no longer
 */
public record Latency(double p50, double p95, double p99) {

    /** @param nanoseconds what a histogram has counted */
    public static Latency of(AbstractHistogram nanoseconds) {
        return new Latency(at(nanoseconds, 50), at(nanoseconds, 95), at(nanoseconds, 99));
    }

    private static double at(AbstractHistogram nanoseconds, double percentile) {
        return nanoseconds.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
