package org.kcibridge.fastapi;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the old tables: are they all there, and what is in them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OldBook {

    private static final String COLUMNS =
            """
            select cast(a.attname as text) from pg_attribute a
            join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema and c.relname = :table and a.attnum > 0 and not a.attisdropped
              and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')""";

    @PersistenceContext
    EntityManager entities;

    /** @throws CannotMigrate when there are not all of the tables and columns, or we may not read them */
    public void requireComplete(OldSchema schema) {
        String missing = Arrays.stream(OldTable.values())
                .flatMap(table -> missing(schema, table))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CannotMigrate("schema %s has not, or does not let us read: %s".formatted(schema.name(), missing));
        }
    }

    private Stream<String> missing(OldSchema schema, OldTable table) {
        List<?> columns = entities.createNativeQuery(COLUMNS, String.class)
                .setParameter("schema", schema.name())
                .setParameter("table", table.table())
                .getResultList();
        return columns.isEmpty()
                ? Stream.of(table.table())
                : table.columns().stream()
                        .filter(column -> !columns.contains(column))
                        .map(column -> table.table() + "." + column);
    }

    /**
     * Keys of what there is, in their order.
     *
     * @param after the last one of the page before; empty for the first page
     */
    @SuppressWarnings("unchecked")
    public List<String> keys(OldSchema schema, OldWork work, Optional<String> after, int limit) {
        return entities.createNativeQuery(schema.sql(work.page()), String.class)
                .setParameter("after", after.orElse(""))
                .setParameter("limit", limit)
                .getResultList();
    }
}
