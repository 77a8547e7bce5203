package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** What is read of a schema. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class CatalogTest {

    @Test
    void shouldKnowTablesReferencesAndSequences(ScratchDatabase database) throws SQLException {
        database.run(
                "create table kernel (tree text, version text, at timestamptz not null, primary key (version, tree))",
                "create table build (id bigserial primary key, tree text not null, version text,"
                        + " at int generated always as (1) stored,"
                        + " constraint of_kernel foreign key (version, tree) references kernel (version, tree)"
                        + " on delete restrict deferrable)",
                "create table parted (id int) partition by list (id)",
                "create table part partition of parted for values in (1)",
                "create view seen as select * from kernel",
                "create table flyway_schema_history (version text)",
                "create schema other",
                "create table other.kernel (id serial)");
        Catalog catalog;
        try (Connection connection = database.connect()) {
            catalog = Catalog.read(connection);
        }
        assertThat(catalog.tables()).extracting(Table::name).containsExactly("build", "kernel", "parted");
        assertThat(catalog.table("build").orElseThrow().columns())
                .containsExactly(
                        new Column("id", "bigint", false, true, false),
                        new Column("tree", "text", false, false, false),
                        new Column("version", "text", true, false, false),
                        new Column("at", "integer", true, false, true));
        assertThat(catalog.table("kernel").orElseThrow().primaryKey()).containsExactly("tree", "version");
        assertThat(catalog.references())
                .containsExactly(new Reference(
                        "of_kernel", "build", List.of("version", "tree"), "kernel", List.of("version"), true, "r"));
        assertThat(catalog.sequences()).containsExactly("build_id_seq");
    }
}
