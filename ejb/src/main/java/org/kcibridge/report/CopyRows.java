package org.kcibridge.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * Adds an object.
     *
     * @param arrived when it came to us
     */
    public void add(JsonObject object, Instant arrived) {
        rows.append(arrived);
        for (String column : table.columns()) {
            rows.append('\t');
            JsonValue value = object.get(column);
            if (value == null || value == JsonValue.NULL) {
                rows.append("\\N");
            } else {
                escape(text(column, value));
            }
        }
        rows.append('\n');
    }

    private static String text(String column, JsonValue value) {
        if (ARRAYS.contains(column)) {
            return ((JsonArray) value)
                    .getValuesAs(JsonString.class).stream()
                            .map(item ->
                                    '"' + item.getString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(character);
            }
        }
    }

    /** What has been added so far. */
    public String text() {
        return rows.toString();
    }
}
