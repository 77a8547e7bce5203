package org.kcibridge.it.isolation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What schema public consists of right now, as PostgreSQL itself sees it: no list of tables has to be kept in step with the
 * migrations. Flyway's own table is not part of it, nor are partitions, which come with the table they are part of.
 */
public record Catalog(List<Table> tables, List<Reference> references, List<String> sequences) {

    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS =
            """
            select c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), not a.attnotnull,
                   coalesce(a.attnum = any (k.conkey), false), a.attgenerated <> ''
            from pg_catalog.pg_class c
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> ?
            order by c.relname, a.attnum
            """;

    private static final String REFERENCES =
            """
            select k.conname, child.relname, target.relname, k.condeferrable, k.confdeltype,
                   array_agg(a.attname::text order by u.place),
                   coalesce(array_agg(a.attname::text order by u.place)
                            filter (where not a.attnotnull and a.attgenerated = ''), '{}')
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class child on child.oid = k.conrelid
            join pg_catalog.pg_class target on target.oid = k.confrelid
            cross join unnest(k.conkey) with ordinality u (attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum
            where k.contype = 'f' and k.conparentid = 0
              and child.relnamespace = 'public'::regnamespace and target.relnamespace = 'public'::regnamespace
            group by k.oid, k.conname, child.relname, target.relname, k.condeferrable, k.confdeltype
            order by child.relname, k.conname
            """;

    private static final String SEQUENCES =
            """
            select relname from pg_catalog.pg_class
            where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname
            """;

    public Catalog {
        tables = List.copyOf(tables);
        references = List.copyOf(references);
        sequences = List.copyOf(sequences);
    }

    public static Catalog read(Connection connection) throws SQLException {
        return new Catalog(tables(connection), references(connection), sequences(connection));
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, HISTORY);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(new Column(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6)));
                }
            }
        }
        return columns.entrySet().stream()
                .map(table -> new Table(table.getKey(), table.getValue()))
                .toList();
    }

    private static List<Reference> references(Connection connection) throws SQLException {
        List<Reference> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                found.add(new Reference(
                        row.getString(1),
                        row.getString(2),
                        names(row.getArray(6)),
                        row.getString(3),
                        names(row.getArray(7)),
                        row.getBoolean(4),
                        row.getString(5)));
            }
        }
        return found;
    }

    static List<String> sequences(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
