package org.kcibridge.listing;

/**
 * Something a list is sorted by; the key of the row decides between equals.
 *
 * @param name as it is asked for
 * @param sql never null, so that every row has its place
 * @param type what values of it are
 */
public record Sort(String name, String sql, SqlType type) {

    /** By a time that every row has. */
    static Sort newest(String column) {
        return new Sort(column, "t." + column, SqlType.TIME);
    }

    /** By a time that rows may lack; those that do are the oldest. */
    static Sort time(String column) {
        return new Sort(column, "coalesce(t.%s, '-infinity')".formatted(column), SqlType.TIME);
    }

    static Sort text(String column) {
        return new Sort(column, "coalesce(t.%s, '')".formatted(column), SqlType.TEXT);
    }

    /** By a whole number that every row has. */
    static Sort number(String column) {
        return new Sort(column, "t." + column, SqlType.BIGINT);
    }

    static Sort amount(String column) {
        return new Sort(column, "coalesce(t.%s, '-infinity')".formatted(column), SqlType.DOUBLE);
    }
}
