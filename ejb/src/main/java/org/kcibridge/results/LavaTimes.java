package org.kcibridge.results;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kcibridge.report.KcidbTime;

/**
 * When a case ran, going by the times in its log lines. Only a case that announces its start and its end tells that: of
 * others the lines tell when the result was reported, often long after.
 */
record LavaTimes(Optional<OffsetDateTime> start, Optional<BigDecimal> duration) {

    private static final Pattern STAMP = Pattern.compile("\\[(\\d{4}-\\d\\d-\\d\\dT[^\\]]{1,30})]");
    /** Nothing runs as long as this; two such times have nothing to do with each other. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final int MICROSECONDS = 6;

    static LavaTimes of(List<String> lines) {
        Optional<OffsetDateTime> start = stamp(lines, LavaSignal.Kind.STARTTC);
        Optional<OffsetDateTime> end = stamp(lines, LavaSignal.Kind.ENDTC);
        return new LavaTimes(start, start.flatMap(begun -> end.flatMap(ended -> seconds(begun, ended))));
    }

    private static Optional<OffsetDateTime> stamp(List<String> lines, LavaSignal.Kind signal) {
        return lines.stream()
                .filter(line -> line.contains(signal.name()))
                .filter(line -> LavaSignal.in(line)
                        .filter(found -> found.kind() == signal)
                        .isPresent())
                .findFirst()
                .map(STAMP::matcher)
                .filter(Matcher::lookingAt)
                .flatMap(stamp -> KcidbTime.parse(stamp.group(1)));
    }

    private static Optional<BigDecimal> seconds(OffsetDateTime start, OffsetDateTime end) {
        Duration between = Duration.between(start, end);
        if (between.isNegative() || between.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        BigDecimal exact =
                BigDecimal.valueOf(between.toNanos() / 1_000, MICROSECONDS).stripTrailingZeros();
        // Ten seconds are 10, and not 1E+1.
        return Optional.of(exact.setScale(Math.max(0, exact.scale())));
    }
}
