package org.kcibridge.it.isolation;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many rows each table has and a sum over their contents, which does not depend on their order: cheap to compare. */
record Fingerprint(Map<String, String> tables) {

    static Fingerprint take(Statements statements, Catalog catalog) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        if (!catalog.tables().isEmpty()) {
            String all = catalog.tables().stream()
                    .map(table -> "select " + Identifier.literal(table.name())
                            + ", count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table.sql()
                            + " t")
                    .collect(Collectors.joining(" union all "));
            statements.query(all, row -> found.put(row.getString(1), row.getString(2)));
        }
        return new Fingerprint(found);
    }

    /** Tables that are not the same in both. */
    TreeSet<String> difference(Fingerprint other) {
        var differing = new TreeSet<>(tables.keySet());
        differing.addAll(other.tables.keySet());
        differing.removeIf(
                table -> tables.containsKey(table) && tables.get(table).equals(other.tables.get(table)));
        return differing;
    }
}
