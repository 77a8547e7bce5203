package org.kcibridge.submission.kcidb;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** How long to wait, at most an hour; empty when the header is missing, malformed or in the past. */
    static Optional<Duration> read(String header) {
        if (header == null) {
            return Optional.empty();
        }
        return parse(header.strip())
                .filter(pause -> !pause.isNegative())
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> parse(String header) {
        try {
            if (header.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
            }
            ZonedDateTime until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(Instant.now(), until));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
