package org.kcibridge.listing;

import java.util.regex.Pattern;

/**
 * Something a list is sorted by; the key of the row decides between equals.
 *
 * @param name as it is asked for
 * @param sql never null, so that every row has its place
 * @param type of it in SQL
 */
public record Sort(String name, String sql, String type) {

    private static final Pattern TIME = Pattern.compile(
            "-?infinity|[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]) [0-9:.+-]{10,24}"
                    + "|[1-9][0-9]{3}-(0[13-9]|1[0-2])-30 [0-9:.+-]{10,24}|[1-9][0-9]{3}-(0[13578]|1[02])-31 [0-9:.+-]{10,24}");
    private static final Pattern AMOUNT = Pattern.compile("-?Infinity|NaN|-?[0-9]+(\\.[0-9]+)?(e[+-][0-9]{1,3})?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whether PostgreSQL may have written this as a value of it. */
    boolean canBe(String value) {
        return switch (type) {
            case "timestamptz" -> TIME.matcher(value).matches();
            case "bigint" -> FieldType.isWhole(value);
            case "double precision" -> AMOUNT.matcher(value).matches();
            case "uuid" -> UUID.matcher(value).matches();
            default -> true;
        };
    }

    /** By a time that every row has. */
    static Sort newest(String column) {
        return new Sort(column, "t." + column, "timestamptz");
    }

    /** By a time that rows may lack; those that do are the oldest. */
    static Sort time(String column) {
        return new Sort(column, "coalesce(t.%s, '-infinity')".formatted(column), "timestamptz");
    }

    static Sort text(String column) {
        return new Sort(column, "coalesce(t.%s, '')".formatted(column), "text");
    }

    /** By a whole number that every row has. */
    static Sort number(String column) {
        return new Sort(column, "t." + column, "bigint");
    }

    static Sort amount(String column) {
        return new Sort(column, "coalesce(t.%s, '-infinity')".formatted(column), "double precision");
    }
}
