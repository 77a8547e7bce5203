package org.kcibridge.it.isolation;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows and sequences of a freshly migrated database, taken once, for putting them back after a flush.
 *
 * @param rows texts of rows by table; a table without rows is there too
 */
record InitialData(Map<Table, List<String>> rows, SequenceValues sequences) {

    static InitialData take(Session session) {
        return session.transaction(statements -> {
            statements.execute("set transaction isolation level repeatable read");
            Map<Table, List<String>> rows = new LinkedHashMap<>();
            for (Table table : Catalog.read(statements.connection()).tables()) {
                rows.put(
                        table,
                        statements
                                .on(table.sql())
                                .query("select t::text from " + table.sql() + " t", row -> row.getString(1)));
            }
            return new InitialData(rows, SequenceValues.read(statements));
        });
    }

    /** Texts of the table's rows; none for a table that came later. */
    List<String> rows(String table) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(table))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The rows were consistent when they were taken, so neither the order matters nor what triggers would make of them. A row
     * that came meanwhile and bears the key of one of them stays in its place, for the leak detector to tell of.
     */
    void restore(Session session) {
        session.replay(this::insert);
    }

    private int insert(Statements statements) throws SQLException {
        int count = 0;
        for (var table : rows.entrySet()) {
            if (!table.getValue().isEmpty()) {
                count += statements
                        .on(table.getKey().sql())
                        .execute(
                                RowText.insert(table.getKey(), "select unnest(?) as row_text")
                                        + " on conflict do nothing",
                                table.getValue());
            }
        }
        sequences.restore(statements);
        return count;
    }
}
