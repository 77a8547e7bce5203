package org.kcibridge.it.isolation;

import java.sql.SQLException;
import java.util.List;

/**
 * What the database itself needs to keep a record of changes: a schema of its own, and three triggers for each table. They
 * fire once for a statement, not for a row, and are part of the transaction that changes, whoever's it is.
 */
final class ChangeLog {

    /** Changes while nobody is going to undo them are not worth recording, so the record can be switched off. */
    private static final String SCHEMA =
            """
            create schema if not exists undo;
            create table if not exists undo.armed (yes boolean not null);
            create unlogged table if not exists undo.change (
                relation oid not null,
                sign     smallint not null,
                row_text text not null
            );
            create or replace function undo.record() returns trigger language plpgsql security definer %s as $$
            begin
                if not exists (select from undo.armed) then
                    return null;
                end if;
                if tg_op in ('INSERT', 'UPDATE') then
                    insert into undo.change select tg_relid, 1, r::text from added r;
                end if;
                if tg_op in ('DELETE', 'UPDATE') then
                    insert into undo.change select tg_relid, -1, r::text from removed r;
                end if;
                if tg_op = 'TRUNCATE' then
                    execute format('insert into undo.change select %%s, -1, r::text from %%s r', tg_relid, tg_relid::regclass);
                end if;
                return null;
            end $$;
            """;

    private static final String UNWATCHED =
            """
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history'
              and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'undo_truncate')
            order by 1
            """;

    private static final String TRIGGERS =
            """
            create trigger undo_insert after insert on %1$s referencing new table as added
                for each statement execute function undo.record();
            create trigger undo_update after update on %1$s referencing new table as added old table as removed
                for each statement execute function undo.record();
            create trigger undo_delete after delete on %1$s referencing old table as removed
                for each statement execute function undo.record();
            create trigger undo_truncate before truncate on %1$s
                for each statement execute function undo.record();
            """;

    private ChangeLog() {}

    static void install(Statements statements) throws SQLException {
        statements.on("schema undo").execute(SCHEMA.formatted(RowText.clauses()));
    }

    /** Covers tables that came since the last time. */
    static void watch(Statements statements) throws SQLException {
        List<String> tables = statements.query(UNWATCHED, row -> row.getString(1));
        for (String table : tables) {
            statements.on(table).execute(TRIGGERS.formatted(table));
        }
    }

    static void arm(Statements statements) throws SQLException {
        clear(statements);
        statements.execute("insert into undo.armed values (true)");
    }

    static void clear(Statements statements) throws SQLException {
        statements.on("undo.change").execute("delete from undo.change");
        statements.execute("delete from undo.armed");
    }
}
