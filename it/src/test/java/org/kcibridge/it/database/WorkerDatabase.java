package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One worker's own migrated database. Made before the worker's server starts, dropped after it has stopped; when neither is
 * done, the next run does it.
 */
public final class WorkerDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final TestDatabases databases;
    private final DatabaseName name;

    private WorkerDatabase(DatabaseServer server, Owner owner, DatabaseName name) {
        this.server = server;
        this.databases = new TestDatabases(server, owner);
        this.name = name;
    }

    /**
     * Clears away what dead runs left, and copies a database from the template, which is made where it is missing.
     *
     * @param number tells the databases of one process apart
     */
    public static WorkerDatabase open(DatabaseServer server, int number) {
        return open(server, Owner.self(), Migrations.ofApplication(), number);
    }

    static WorkerDatabase open(DatabaseServer server, Owner owner, Migrations migrations, int number) {
        var template = new Template(server, owner, migrations);
        new StaleDatabases(server, owner, template.name()).reap();
        var name = DatabaseName.worker(owner.run(), number);
        template.copyTo(name);
        return new WorkerDatabase(server, owner, name);
    }

    public String name() {
        return name.text();
    }

    public String jdbcUrl() {
        return server.jdbcUrl(name.text());
    }

    /** What the application takes for the time. */
    public TestClock clock() {
        return new TestClock(this);
    }

    /** Opens a connection of its own, past every pool. */
    public Connection connect() throws SQLException {
        return server.connect(name.text());
    }

    @Override
    public void close() {
        databases.drop(name);
    }
}
