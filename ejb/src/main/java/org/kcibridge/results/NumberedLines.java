package org.kcibridge.results;

import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the lines of cases by the numbers LAVA gives, in logs where the signals are missing. The numbers count the lines of
 * one form of the log, and we may have another one: lines that do not mention the case are none of its.
 */
final class NumberedLines {

    private record Range(CaseResult result, long first, long last) {}

    private final Deque<Range> ahead = new ArrayDeque<>();
    private final Map<CaseResult, String> found = new IdentityHashMap<>();
    private final int limit;
    private Range current;
    private CaseLog lines;
    private long number;

    NumberedLines(List<CaseResult> results, int limit) {
        this.limit = limit;
        results.stream()
                .flatMap(result -> range(result).stream())
                .sorted(Comparator.comparingLong(Range::first))
                .forEach(ahead::add);
    }

    /** Takes the next line of the log. */
    void add(String line) {
        number++;
        if (current == null) {
            begin();
        }
        if (current != null) {
            lines.add(line);
            if (number == current.last) {
                end();
            }
        }
    }

    /** Cases run one after the other; a range that begins within the one before is not to be trusted. */
    private void begin() {
        while (!ahead.isEmpty() && ahead.peek().first < number) {
            ahead.remove();
        }
        if (!ahead.isEmpty() && ahead.peek().first == number) {
            current = ahead.remove();
            lines = new CaseLog(limit);
        }
    }

    private void end() {
        String text = lines.toString();
        if (text.contains(current.result.caseName())) {
            found.put(current.result, text);
        }
        current = null;
    }

    Optional<String> of(CaseResult result) {
        return Optional.ofNullable(found.get(result));
    }

    private static Optional<Range> range(CaseResult result) {
        if (!(result.details().get(LavaReader.JOB) instanceof JsonObject details)) {
            return Optional.empty();
        }
        LavaAction told = new LavaAction(details);
        return told.number("starttc")
                .flatMap(first ->
                        told.number("endtc").map(last -> new Range(result, first.longValue(), last.longValue())))
                .filter(range -> range.first >= 1 && range.first <= range.last);
    }
}
