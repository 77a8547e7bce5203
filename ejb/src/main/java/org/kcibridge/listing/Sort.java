package org.kcibridge.listing;

/**
 * Something a list is sorted by; the key of the row decides between equals.
 *
 * @param name as it is asked for
 * @param sql never null, so that every row has its place
 * @param type of it in SQL
 */
public record Sort(String name, String sql, String type) {

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

    static Sort amount(String column) {
        return new Sort(column, "coalesce(t.%s, '-infinity')".formatted(column), "double precision");
    }
}
