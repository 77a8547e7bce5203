package org.kcibridge.it.builders;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.kcibridge.it.container.Database;

/**
 * One row to be: what the test says about it, and defaults for the rest, made only when the row is. PostgreSQL itself turns
 * the values into the columns' types, so a value may be anything JSON can say.
 */
public final class RowBuilder {

    private final Database database;
    private final String table;
    private final Map<String, Supplier<?>> values = new LinkedHashMap<>();
    private final Map<String, String> replaced = new HashMap<>();

    RowBuilder(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Sets a column: text, number, boolean, list, map, UUID, JSON or {@code null}. */
    public RowBuilder with(String column, Object value) {
        values.remove(replaced.get(column));
        values.put(column, () -> value);
        return this;
    }

    /** What the column gets unless the test says something else; parents are made here, and so only when absent. */
    RowBuilder otherwise(String column, Supplier<?> value) {
        values.putIfAbsent(column, value);
        return this;
    }

    /** Takes a default back as soon as the test names the other column, where a row has only one of the two. */
    RowBuilder insteadOf(String column, String other) {
        replaced.put(other, column);
        return this;
    }

    /** Inserts the row, and whatever parents it needs. */
    public Row create() {
        JsonObject json = json();
        String columns = String.join(", ", json.keySet());
        String inserted = database.value(
                """
                insert into %1$s as inserted (%2$s) select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)
                returning to_json(inserted)"""
                        .formatted(table, columns),
                json.toString());
        try (var reader = Json.createReader(new StringReader(inserted))) {
            return new Row(table, reader.readObject());
        }
    }

    String table() {
        return table;
    }

    JsonObject json() {
        var json = Json.createObjectBuilder();
        values.forEach((column, value) -> json.add(column, toJson(value.get())));
        return json.build();
    }

    private static JsonValue toJson(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        if (value instanceof Double number) {
            return Json.createValue(number);
        }
        if (value instanceof Collection<?> list) {
            return Json.createArrayBuilder(list).build();
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, member) -> object.add(name.toString(), toJson(member)));
            return object.build();
        }
        if (value instanceof String || value instanceof UUID || value instanceof Enum<?>) {
            return Json.createValue(value.toString());
        }
        throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
}
