package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An empty database for one test. */
public record ScratchDatabase(DatabaseServer server, String name) implements AutoCloseable {

    static ScratchDatabase on(DatabaseServer server) {
        var scratch = new ScratchDatabase(
                server, "scratch_" + UUID.randomUUID().toString().replace("-", ""));
        scratch.from("postgres", "create database " + scratch.name());
        return scratch;
    }

    /** Opens a connection of its own. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Runs commands and commits them, over a connection of their own. */
    public ScratchDatabase run(String... commands) {
        for (String command : commands) {
            from(name, command);
        }
        return this;
    }

    /** The first column, as text. */
    public List<String> column(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(query, broken);
        }
    }

    /** The only value of the only row, as text. */
    public String value(String query) {
        return column(query).get(0);
    }

    @Override
    public void close() {
        from("postgres", "drop database " + name + " with (force)");
    }

    private void from(String database, String command) {
        try (Connection connection = server.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException broken) {
            throw new IllegalStateException(command, broken);
        }
    }
}
