package org.kcibridge.it.benchmark.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rounds of one measurement came to, in the order in which they were run.
 *
 * @param values one of each round
 */
public record Rounds(List<Double> values) {

    public Rounds {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    public static Rounds of(double... values) {
        return new Rounds(Arrays.stream(values).boxed().toList());
    }

    /** The value in the middle; of an even number of rounds halfway between the two there. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted()[0];
    }

    public double max() {
        double[] sorted = sorted();
        return sorted[sorted.length - 1];
    }

    /**
     * Each round against the round of the bound that was run next to it, so that what disturbs a machine for a while
     * disturbs both. Where there are not equally many it is median against median.
     */
    public Rounds over(Rounds bound) {
        if (bound.values.size() != values.size()) {
            return of(median() / bound.median());
        }
        return new Rounds(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / bound.values.get(round))
                .toList());
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
