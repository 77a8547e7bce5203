package org.kcibridge.it.benchmark.figures;

import java.util.Locale;

/** Numbers as people read them: with three digits that count, and no more than that. */
final class Numbers {

    private Numbers() {}

    static String brief(double value) {
        double size = Math.abs(value);
        if (size >= 100 || size == Math.rint(size)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size >= 10) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return String.format(Locale.ROOT, size >= 0.01 ? "%.2f" : "%.4f", value);
    }
}
