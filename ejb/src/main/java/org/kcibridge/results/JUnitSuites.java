package org.kcibridge.results;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The suites around what is being read, the outermost first, and what a case is called in there. */
final class JUnitSuites {

    private static final String NAMELESS = "junit";

    private record Suite(String name, Optional<OffsetDateTime> began) {}

    private final Deque<Suite> open = new ArrayDeque<>();
    private final Optional<String> asked;

    JUnitSuites(Optional<String> asked) {
        this.asked = asked;
    }

    void enter(String name, String timestamp) {
        open.addLast(new Suite(name == null ? "" : name.strip(), moment(timestamp)));
    }

    void leave() {
        open.removeLast();
    }

    /**
     * Begins a case. Its levels are the suites inside of the one the results are of, its class unless that is what a suite is
     * called already, and its name.
     */
    JUnitCase testCase(String type, String name, String time) {
        List<String> levels = new ArrayList<>(
                open.stream().map(Suite::name).filter(level -> !level.isEmpty()).toList());
        if (type != null && !type.isBlank() && !levels.contains(type.strip())) {
            levels.add(type.strip());
        }
        levels.add(name.strip());
        String suite = asked.orElse(levels.size() > 1 ? levels.get(0) : NAMELESS);
        if (levels.size() > 1 && levels.get(0).equals(suite)) {
            levels.remove(0);
        }
        Optional<OffsetDateTime> began =
                open.isEmpty() ? Optional.empty() : open.peekLast().began();
        return new JUnitCase(suite, levels, began, time);
    }

    /** Most writers give the time of their own clock without saying where that is, which is of no use to anybody else. */
    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).map(OffsetDateTime::parse);
        } catch (DateTimeParseException local) {
            return Optional.empty();
        }
    }
}
