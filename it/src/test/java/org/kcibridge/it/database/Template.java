package org.kcibridge.it.database;

import org.flywaydb.core.api.FlywayException;

/**
 * A migrated database that workers' databases are copied from, since copying takes a fraction of migrating. It is named
 * after the checksum of its migrations and stays for the next run; changed migrations make another.
 */
final class Template {

    private final DatabaseServer server;
    private final Owner owner;
    private final Migrations migrations;
    private final TestDatabases databases;

    Template(DatabaseServer server, Owner owner, Migrations migrations) {
        this.server = server;
        this.owner = owner;
        this.migrations = migrations;
        this.databases = new TestDatabases(server, owner);
    }

    DatabaseName name() {
        return DatabaseName.template(migrations.checksum());
    }

    /** Under one lock with making it: between the two somebody could clear it away. */
    void copyTo(DatabaseName name) {
        new ServerLock(server).holding(() -> {
            if (!databases.contains(name())) {
                make();
            }
            databases.copy(name(), name);
            return name;
        });
    }

    /** Renamed when it is complete, so that whatever bears the name can be relied on. */
    private void make() {
        var unfinished = DatabaseName.unfinishedTemplate(owner.run());
        databases.drop(unfinished);
        databases.create(unfinished);
        databases.run(unfinished, TestClock.SCHEMA);
        try {
            migrations.apply(server, unfinished);
            databases.publish(unfinished, name());
        } catch (FlywayException broken) {
            databases.drop(unfinished);
            throw new DatabaseUnusable(
                    "the migrations in " + migrations.location() + " fail: " + broken.getMessage(), broken);
        }
    }
}
