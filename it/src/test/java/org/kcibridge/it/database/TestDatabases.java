package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tests' own databases on a server: the only place from which databases are created and dropped. What does not carry
 * our mark, or belongs to another run that is alive, is refused.
 */
final class TestDatabases {

    private static final String ALL =
            """
            select datname, shobj_description(oid, 'pg_database')
            from pg_catalog.pg_database where starts_with(datname, ?)
            """;

    private final DatabaseServer server;
    private final Owner owner;

    TestDatabases(DatabaseServer server, Owner owner) {
        this.server = server;
        this.owner = owner;
    }

    /** All that follow the scheme, with the owners of those that are marked. */
    SortedMap<String, Optional<Owner>> all() {
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, DatabaseName.PREFIX);
            var found = new TreeMap<String, Optional<Owner>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (DatabaseName.follows(rows.getString(1))) {
                        found.put(rows.getString(1), Owner.from(rows.getString(2)));
                    }
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new DatabaseUnusable(
                    "the databases of " + server + " cannot be listed: " + failed.getMessage(), failed);
        }
    }

    boolean contains(DatabaseName name) {
        return all().containsKey(name.text());
    }

    /** Sorts text by code points whatever the server's locale is, as the embedded one does. */
    void create(DatabaseName name) {
        execute(
                "create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'",
                mark(name),
                searchPath(name));
    }

    /** Copies files, which is quickest for a database as small as a migrated one. */
    void copy(DatabaseName template, DatabaseName name) {
        execute(
                "create database " + name + " template " + template + " strategy file_copy",
                mark(name),
                searchPath(name));
    }

    /** Runs commands in a database of ours. */
    void run(DatabaseName name, String commands) {
        check(name);
        try (Connection connection = server.connect(name.text());
                var statement = connection.createStatement()) {
            statement.execute(commands);
        } catch (SQLException failed) {
            throw new DatabaseUnusable(name + ": " + failed.getMessage(), failed);
        }
    }

    /** Gives a finished template its name, and shuts it: a template somebody is connected to cannot be copied. */
    void publish(DatabaseName unfinished, DatabaseName template) {
        check(unfinished);
        execute(
                "alter database " + unfinished + " allow_connections false",
                "alter database " + unfinished + " rename to " + template);
    }

    /**
     * Drops the database, cutting off who is connected; one that is missing is fine.
     *
     * @throws ProtectedDatabase where it is not ours
     */
    void drop(DatabaseName name) {
        if (contains(name)) {
            check(name);
            execute("drop database if exists " + name + " with (force)");
        }
    }

    private void check(DatabaseName name) {
        Owner its = all().getOrDefault(name.text(), Optional.empty())
                .orElseThrow(() -> new ProtectedDatabase("database " + name + " lacks the mark of a test run"));
        if (!its.equals(owner) && its.isAlive()) {
            throw new ProtectedDatabase("database " + name + " belongs to run " + its.run() + ", which is alive");
        }
    }

    private String mark(DatabaseName name) {
        return "comment on database " + name + " is '" + owner.mark().replace("'", "''") + "'";
    }

    /** A setting of the database, which a copy does not take over. */
    private static String searchPath(DatabaseName name) {
        return "alter database " + name + " set search_path = " + TestClock.SEARCH_PATH;
    }

    private void execute(String... commands) {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException failed) {
            throw new DatabaseUnusable(commands[0] + ": " + failed.getMessage(), failed);
        }
    }
}
