package org.kcibridge.it.builders;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * A row as the database has it, defaults and all.
 *
 * @param table where it is
 * @param json its columns, as PostgreSQL writes them in JSON
 */
public record Row(String table, JsonObject json) {

    /** The column as text; {@code null} for null. */
    public String text(String column) {
        JsonValue value = json.get(column);
        if (value == null) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        if (value == JsonValue.NULL) {
            return null;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    public String id() {
        return text("id");
    }
}
