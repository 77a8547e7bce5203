package org.kcibridge.it.container;

/**
 * Something that goes wrong in the database whenever a statement touches certain rows, until it is closed: for seeing that
 * what was begun before it is undone. Nothing in the application knows of it.
 */
public final class Fault implements AutoCloseable {

    /** What the database says when it happens. */
    public static final String MESSAGE = "a test wants this to fail";

    private final Database database;
    private final String table;

    private Fault(Database database, String table) {
        this.database = database;
        this.table = table;
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
        database.update("create trigger fault before %s on %s for each row when (%s) execute function fault.happen()"
                .formatted(event, table, condition));
        return new Fault(database, table);
    }

    @Override
    public void close() {
        database.update("drop trigger fault on " + table);
    }
}
