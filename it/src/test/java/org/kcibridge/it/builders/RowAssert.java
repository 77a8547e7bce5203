package org.kcibridge.it.builders;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.kcibridge.it.container.Database;

/**
 * What a row has to look like after the bridge wrote it: {@code assertRow(database, "job", id).has("state",
 * "SUBMITTED")}. An answer says what the bridge believes it did; the row says what it did.
 */
public final class RowAssert extends AbstractAssert<RowAssert, Row> {

    private RowAssert(Row row) {
        super(row, RowAssert.class);
    }

    /** Fails when there is no such row. */
    public static RowAssert assertRow(Database database, String table, Object id) {
        String json = database.value("select to_json(t) from %s t where id::text = ?".formatted(table), id.toString());
        if (json == null) {
            throw new AssertionError("%s has no row with the id %s".formatted(table, id));
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            return new RowAssert(new Row(table, reader.readObject()));
        }
    }

    /** @param value as text it must be what the column is as text; {@code null} for null */
    public RowAssert has(String column, Object value) {
        String expected = Objects.toString(value, null);
        String found = actual.text(column);
        if (!Objects.equals(found, expected)) {
            failWithMessage("%s.%s of %s is %s instead of %s", actual.table(), column, actual.id(), found, expected);
        }
        return this;
    }

    /** That it is not null, where what it is cannot be foreseen. */
    public RowAssert hasSome(String column) {
        if (actual.text(column) == null) {
            failWithMessage("%s.%s of %s is null", actual.table(), column, actual.id());
        }
        return this;
    }
}
