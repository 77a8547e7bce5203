package org.kcibridge.it.container;

import org.kcibridge.it.builders.UniqueId;

/**
 * Something that goes wrong in the database whenever a statement touches certain rows, until it is closed: for seeing that
 * what was begun before it is undone. Nothing in the application knows of it.
 */
public final class Fault implements AutoCloseable {

    /** What the database says when it happens. */
    public static final String MESSAGE = "a test wants this to fail";

    private final Database database;
    private final String table;

    private final String trigger;

    private Fault(Database database, String table, String trigger) {
        this.database = database;
        this.table = table;
        this.trigger = trigger;
    }

    /**
     * @param event {@code insert}, {@code update} or {@code delete}
     * @param condition on the row, as in {@code new.status = 'FAIL'}
     */
    static Fault on(Database database, String event, String table, String condition) {
        database.update("create schema if not exists fault");
        database.update(
                """
                create or replace function fault.happen() returns trigger language plpgsql as
                $$ begin raise exception '%s'; end $$"""
                        .formatted(MESSAGE));
        String trigger = UniqueId.of("fault").replaceAll("\\W", "_");
        database.update("create trigger %s before %s on %s for each row when (%s) execute function fault.happen()"
                .formatted(trigger, event, table, condition));
        return new Fault(database, table, trigger);
    }

    /** Ends what a test forgot to end, and says so: every test after it would fail, and nobody would know why. */
    static void requireNone(Database database) {
        String open = database.value(
                """
                select string_agg(tgname || ' on ' || cast(tgrelid as regclass), ', ') from pg_trigger
                where tgfoid = to_regproc('fault.happen')""");
        if (open != null) {
            database.update("drop function fault.happen() cascade");
            throw new AssertionError("a fault was not closed: " + open);
        }
    }

    @Override
    public void close() {
        database.update("drop trigger %s on %s".formatted(trigger, table));
    }
}
