package org.kcibridge.it.benchmark.figures;

import java.util.Optional;

/**
 * One line of a benchmark: what was measured, what bounds it, and what it is meant to come to.
 *
 * @param of the case it belongs to
 * @param name what was measured
 * @param unit of what
 * @param measured by the bridge
 * @param bound the same work with nothing but its database or its counterpart
 * @param aim about the ratio of both, or where there is no bound about what was measured
 */
public record Figure(
        String of,
        String name,
        String unit,
        Rounds measured,
        Optional<Rounds> bound,
        Optional<Latency> latency,
        Optional<Usage> usage,
        Optional<Aim> aim) {

    public static Figure of(String of, String name, String unit, Rounds measured) {
        return new Figure(
                of, name, unit, measured, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Figure against(Rounds limit) {
        return new Figure(of, name, unit, measured, Optional.of(limit), latency, usage, aim);
    }

    public Figure with(Latency taken) {
        return new Figure(of, name, unit, measured, bound, Optional.of(taken), usage, aim);
    }

    public Figure with(Usage used) {
        return new Figure(of, name, unit, measured, bound, latency, Optional.of(used), aim);
    }

    public Figure with(Aim meant) {
        return new Figure(of, name, unit, measured, bound, latency, usage, Optional.of(meant));
    }

    /** Measured against its bound, round by round. */
    public Optional<Rounds> ratio() {
        return bound.map(measured::over);
    }

    /** What the aim is about. */
    public double result() {
        return ratio().orElse(measured).median();
    }

    /** Whether it came to what it is meant to; empty where nothing is meant. */
    public Optional<Boolean> isMet() {
        return aim.map(meant -> meant.isMetBy(result()));
    }
}
