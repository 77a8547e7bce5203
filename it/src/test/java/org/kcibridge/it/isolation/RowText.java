package org.kcibridge.it.isolation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows as the text PostgreSQL writes and reads for a whole row. Unlike JSON it loses nothing, whatever the types: a null
 * inside jsonb, the bounds of an array, the last bit of a float.
 */
final class RowText {

    /** What the text depends on; it must be the same whoever writes it, or a row would not be known again. */
    private static final Map<String, String> FORM = new TreeMap<>(Map.of(
            "bytea_output", "hex",
            "datestyle", "ISO, YMD",
            "extra_float_digits", "1",
            "intervalstyle", "iso_8601",
            "search_path", "pg_catalog",
            "timezone", "UTC"));

    private RowText() {}

    /** The form as clauses of a function. */
    static String clauses() {
        return FORM.entrySet().stream()
                .map(setting -> "set " + setting.getKey() + " to " + value(setting))
                .collect(Collectors.joining(" "));
    }

    /** The form as commands for a session. */
    static String commands() {
        return FORM.entrySet().stream()
                .map(setting -> "set " + setting.getKey() + " to " + value(setting))
                .collect(Collectors.joining("; "));
    }

    /**
     * Inserts rows from their texts, as often as each of them comes.
     *
     * @param texts a query with the one column row_text
     */
    static String insert(Table table, String texts) {
        // Without "offset 0" the planner would read the whole text once for each column.
        return "insert into " + table.sql() + " (" + Identifier.list(table.writable())
                + ") overriding system value select "
                + Identifier.fields("(r.it)", table.writable()) + " from (select t.row_text::" + table.sql()
                + " as it from ("
                + texts + ") t offset 0) r";
    }

    private static String value(Map.Entry<String, String> setting) {
        // A list in quotes would count as one name.
        return setting.getKey().equals("datestyle") ? setting.getValue() : Identifier.literal(setting.getValue());
    }
}
