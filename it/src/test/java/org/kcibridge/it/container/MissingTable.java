package org.kcibridge.it.container;

/** A table or view that is not there for as long as this is open: whatever reads it breaks down in the middle of it. */
public final class MissingTable implements AutoCloseable {

    private static final String ELSEWHERE = "taken_away";

    private final Database database;
    private final String name;

    private MissingTable(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    static MissingTable of(Database database, String name) {
        MissingTable missing = new MissingTable(database, name);
        missing.rename(name, ELSEWHERE);
        return missing;
    }

    private void rename(String from, String to) {
        database.update("alter table %s rename to %s".formatted(from, to));
    }

    @Override
    public void close() {
        int point = name.indexOf('.') + 1;
        rename(name.substring(0, point) + ELSEWHERE, name.substring(point));
    }
}
