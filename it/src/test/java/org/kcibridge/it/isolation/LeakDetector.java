package org.kcibridge.it.isolation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares every table with the initial data. The fingerprints say in one query whether there is anything to tell; only
 * then are rows looked at. Finding nothing takes 3 ms.
 */
final class LeakDetector {

    private final Session session;
    private final InitialData initial;
    private final Fingerprint fingerprint;

    LeakDetector(Session session, InitialData initial) {
        this.session = session;
        this.initial = initial;
        this.fingerprint =
                session.transaction(statements -> Fingerprint.take(statements, Catalog.read(statements.connection())));
    }

    List<Leak> leaks() {
        return session.transaction(statements -> {
            Catalog catalog = Catalog.read(statements.connection());
            List<Leak> leaks = new ArrayList<>();
            for (String name : fingerprint.difference(Fingerprint.take(statements, catalog))) {
                leaks.add(leak(statements, catalog, name));
            }
            return List.copyOf(leaks);
        });
    }

    private Leak leak(Statements statements, Catalog catalog, String name) throws SQLException {
        List<String> before = initial.rows(name);
        return catalog.table(name).isEmpty()
                ? new Leak(name, 0, before.size(), 0, List.of("the table is gone"))
                : compare(statements.on(name), catalog.table(name).orElseThrow(), before);
    }

    private Leak compare(Statements statements, Table table, List<String> before) throws SQLException {
        int added = 0;
        int removed = 0;
        int changed = 0;
        Map<String, String> gone = new HashMap<>();
        List<String> examples = new ArrayList<>();
        for (Difference difference : statements.query(differences(table), Difference::from, before)) {
            if (!difference.added()) {
                removed++;
                gone.put(difference.key(), difference.json());
            } else if (gone.containsKey(difference.key())) {
                removed--;
                changed++;
                examples.add("changed from " + gone.remove(difference.key()) + " to " + difference.json());
            } else {
                added++;
                examples.add("added " + difference.json());
            }
        }
        gone.values().forEach(json -> examples.add("removed " + json));
        if (examples.isEmpty()) {
            examples.add("the table is new");
        }
        return new Leak(table.name(), added, removed, changed, examples);
    }

    private record Difference(boolean added, String key, String json) {

        static Difference from(ResultSet row) throws SQLException {
            return new Difference(row.getBoolean(1), row.getString(2), row.getString(3));
        }
    }

    /** Rows without a partner on the other side, those that are gone first. Where there is no key, the place will do. */
    private static String differences(Table table) {
        String key = table.primaryKey().isEmpty()
                ? "added || row_text || place"
                : "jsonb_build_array(" + Identifier.fields("(it)", table.primaryKey()) + ")::text";
        return "select added, " + key + ", to_jsonb(it)::text from (select added, row_text, place, row_text::"
                + table.sql()
                + " as it from (select coalesce(n.row_text, b.row_text) as row_text, b.row_text is null as added,"
                + " coalesce(n.place, b.place) as place from"
                + " (select x as row_text, row_number() over (partition by x) as place from unnest(?) x) b"
                + " full join (select t::text as row_text, row_number() over (partition by t::text) as place from "
                + table.sql() + " t) n on n.row_text = b.row_text and n.place = b.place"
                + " where b.row_text is null or n.row_text is null) d offset 0) r order by added, row_text";
    }
}
