package org.kcibridge.it.isolation;

import java.util.List;

/** A table of schema public, columns in their order. */
public record Table(String name, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** Empty where the table has none. */
    public List<String> primaryKey() {
        return columns.stream().filter(Column::key).map(Column::name).toList();
    }

    List<String> writable() {
        return columns.stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    String sql() {
        return "\"public\"." + Identifier.quote(name);
    }
}
