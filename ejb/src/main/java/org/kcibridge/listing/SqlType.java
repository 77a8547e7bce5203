package org.kcibridge.listing;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What values of a column are. A text that cannot be one is not given to the database, which would fail on it. */
public enum SqlType {
    TEXT("text", text -> text.indexOf(0) < 0),
    UUID(
            "uuid",
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                    .asMatchPredicate()),
    BIGINT("bigint", SqlType::isWhole),
    DOUBLE(
            "double precision",
            Pattern.compile("-?Infinity|NaN|-?[0-9]+(\\.[0-9]+)?(e[+-][0-9]{1,3})?")
                    .asMatchPredicate()),
    TIME("timestamptz", SqlType::isTime);

    private final String sql;
    private final Predicate<String> test;

    SqlType(String sql, Predicate<String> test) {
        this.sql = sql;
        this.test = test;
    }

    /** Whether PostgreSQL may have written this as a value of it. */
    boolean canBe(String text) {
        return test.test(text);
    }

    /** Its name in SQL. */
    @Override
    public String toString() {
        return sql;
    }

    private static boolean isWhole(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return Time.NEVER.contains(text) || Time.YEARS.test(Time.WRITTEN.parse(text, OffsetDateTime::from));
        } catch (DateTimeException other) {
            return false;
        }
    }

    /** How PostgreSQL writes times; an enum's own constants come too late for its values. */
    private static final class Time {
        static final Set<String> NEVER = Set.of("infinity", "-infinity");
        static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral(' ')
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendOffset("+HH:mm:ss", "+00")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        static final Predicate<OffsetDateTime> YEARS = time -> time.getYear() >= 1000 && time.getYear() <= 9999;
    }
}
