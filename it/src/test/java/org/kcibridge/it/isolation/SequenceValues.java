package org.kcibridge.it.isolation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the sequences stand. They do not take part in transactions, so they have to be set back by hand. */
record SequenceValues(Map<String, Value> values) {

    record Value(long last, boolean called) {}

    SequenceValues {
        values = Map.copyOf(values);
    }

    static SequenceValues read(Statements statements) throws SQLException {
        List<String> names = Catalog.sequences(statements.connection());
        if (names.isEmpty()) {
            return new SequenceValues(Map.of());
        }
        String all = names.stream()
                .map(name -> "select " + Identifier.literal(name) + ", last_value, is_called from \"public\"."
                        + Identifier.quote(name))
                .collect(Collectors.joining(" union all "));
        return new SequenceValues(
                statements
                        .query(all, row -> Map.entry(row.getString(1), new Value(row.getLong(2), row.getBoolean(3))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Sets back those that moved; one that is gone or new since stays as it is. */
    void restore(Statements statements) throws SQLException {
        for (var now : read(statements).values().entrySet()) {
            Value then = values.get(now.getKey());
            if (then != null && !then.equals(now.getValue())) {
                statements.query(
                        "select setval(cast(? as regclass), ?, ?)",
                        row -> row.getLong(1),
                        "\"public\"." + Identifier.quote(now.getKey()),
                        then.last(),
                        then.called());
            }
        }
    }
}
