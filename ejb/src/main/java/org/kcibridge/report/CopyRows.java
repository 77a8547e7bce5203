package org.kcibridge.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects as rows in the text format of PostgreSQL's COPY, the quickest way into a table. COPY knows nothing of objects that
 * are there already: see {@link Reports#store}.
 */
public final class CopyRows {

    private static final String TIMESTAMP = "_timestamp";
    private static final Set<String> ARRAYS = Set.of("git_commit_tags", "categories");

    private final ReportTable table;
    private final StringBuilder rows = new StringBuilder();

    public CopyRows(Kind kind) {
        this.table = ReportTable.of(kind);
    }

    /** The columns of the rows, with commas between. */
    public static String columns(Kind kind) {
        return TIMESTAMP + ", " + String.join(", ", ReportTable.of(kind).columns());
    }

    /** An object as cells, one for each column. */
    public static String[] cells(Kind kind, JsonObject object) {
        return ReportTable.of(kind).columns().stream()
                .map(column -> cell(column, object.get(column)))
                .toArray(String[]::new);
    }

    /**
     * Adds an object.
     *
     * @param shared cells of what it has in common with others
     * @param own what it has of its own; goes before what it shares
     * @param arrived when it came to us
     */
    public void add(String[] shared, JsonObject own, Instant arrived) {
        rows.append(arrived);
        for (int column = 0; column < shared.length; column++) {
            String name = table.columns().get(column);
            rows.append('\t').append(own.containsKey(name) ? cell(name, own.get(name)) : shared[column]);
        }
        rows.append('\n');
    }

    /**
     * An object as a row without the time it came.
     *
     * @param text of a member, {@code null} for none; a list of texts is an {@link #array}, other structure JSON
     */
    public static String row(Kind kind, UnaryOperator<String> text) {
        return ReportTable.of(kind).columns().stream()
                .map(column -> cell(text.apply(column)))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /** Whether the column is a list of texts, and no JSON. */
    public static boolean isArray(String column) {
        return ARRAYS.contains(column);
    }

    /** A list of texts as PostgreSQL writes it. */
    public static String array(Stream<String> items) {
        return items.map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String cell(String column, JsonValue value) {
        return cell(value == null || value == JsonValue.NULL ? null : text(column, value));
    }

    private static String cell(String text) {
        return text == null ? "\\N" : escaped(text);
    }

    private static String text(String column, JsonValue value) {
        if (isArray(column)) {
            return array(
                    ((JsonArray) value).getValuesAs(JsonString.class).stream().map(JsonString::getString));
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** What has been added so far. */
    public String text() {
        return rows.toString();
    }
}
