package org.kcibridge.results;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of YAML behind a result of TAP. Two of its members are known to be used, and read; all of it goes into the log. */
final class TapDetails {

    private static final Pattern BEGIN = Pattern.compile("(\\s+)---\\s*");
    private static final Pattern MESSAGE = Pattern.compile("\\s+message:\\s*(['\"]?)([^|>'\"\\s].*?)\\1\\s*");
    private static final Pattern DURATION =
            Pattern.compile("\\s+duration_ms:\\s*['\"]?(\\d{1,12}(?:\\.\\d{1,12})?)['\"]?\\s*");
    private static final int TO_SECONDS = 3;

    private final String end;
    private final long line;
    private Optional<String> message = Optional.empty();
    private Optional<BigDecimal> duration = Optional.empty();

    /** @param line where it begins */
    TapDetails(String begin, long line) {
        Matcher matcher = BEGIN.matcher(begin);
        this.end = matcher.matches() ? matcher.group(1) + "..." : "...";
        this.line = line;
    }

    static boolean begins(String text) {
        return BEGIN.matcher(text).matches();
    }

    /** Takes the next line. @return whether it is the last */
    boolean ends(String text) {
        Matcher said = MESSAGE.matcher(text);
        if (said.matches()) {
            message = message.or(() -> Optional.of(said.group(2)));
        }
        Matcher took = DURATION.matcher(text);
        if (took.matches()) {
            duration = duration.or(() -> Optional.of(new BigDecimal(took.group(1)).movePointLeft(TO_SECONDS)));
        }
        return text.stripTrailing().equals(end);
    }

    long line() {
        return line;
    }

    /** The result with what the block says of it. */
    CaseResult addTo(CaseResult result) {
        CaseResult timed = duration.map(result::lasting).orElse(result);
        return message.filter(text -> timed.comment().isEmpty())
                .map(timed::commented)
                .orElse(timed);
    }
}
