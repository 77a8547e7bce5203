package org.kcibridge.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/** How values of a field are written and compared. */
public enum FieldType {
    /** Any text; {@code *} stands for any part of it. */
    TEXT(false),
    /** One of a few words. */
    WORD(false),
    /** {@code true} or {@code false}. */
    FLAG(false),
    /** A UUID. */
    UUID(false),
    /** A whole number. */
    NUMBER(false),
    /** A number with a range: from the first, up to the second and not beyond. */
    AMOUNT(true),
    /** A time with a range: from the first, up to but without the second. */
    TIME(true);

    /** PostgreSQL reads these as well. */
    private static final Pattern AGO = Pattern.compile("P(?=.)(\\d{1,4}[YMWD]){0,4}(T(\\d{1,6}[HMS]){1,3})?");

    private static final int LAST_YEAR = 9999;

    private final boolean range;

    FieldType(boolean range) {
        this.range = range;
    }

    boolean hasRange() {
        return range;
    }

    /** Whether the text is how long ago something was. */
    static boolean isAgo(String text) {
        return AGO.matcher(text).matches();
    }

    /** The value that is meant. */
    Object value(String parameter, Field field, String text) {
        try {
            return switch (this) {
                case TEXT -> text;
                case WORD -> word(parameter, field, text);
                case FLAG -> flag(parameter, text);
                case UUID -> java.util.UUID.fromString(text);
                case NUMBER -> Long.valueOf(text);
                case AMOUNT -> Double.valueOf(text);
                case TIME -> time(text);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadFilter(parameter, must());
        }
    }

    private String must() {
        return switch (this) {
            case UUID -> "must be a UUID";
            case NUMBER -> "must be a whole number";
            case AMOUNT -> "must be a number";
            default ->
                "must be a time such as 2026-01-31T12:00:00Z, a date, or how long ago it was, such as P7D or PT1H";
        };
    }

    private static Object word(String parameter, Field field, String text) {
        if (!field.words().contains(text)) {
            throw new BadFilter(parameter, "must be one of " + String.join(", ", field.words()));
        }
        return text;
    }

    private static Object flag(String parameter, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadFilter(parameter, "must be true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Instant time(String text) {
        OffsetDateTime time = text.length() == "2026-01-31".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime()
                : OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("PostgreSQL knows no such year");
        }
        return time.toInstant();
    }
}
