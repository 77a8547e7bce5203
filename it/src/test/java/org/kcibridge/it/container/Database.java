package org.kcibridge.it.container;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.kcibridge.it.database.WorkerDatabase;

/** A database of the bridge, seen from outside: for looking at what it keeps and for putting it into a state. */
public record Database(WorkerDatabase worker) {

    private static final List<String> TABLES =
            List.of("submission", "delivery", "callback", "claim", "job", "builds", "checkouts");

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 5;

    public String url() {
        return worker.jdbcUrl();
    }

    /** The first column of the first row, as text; {@code null} when there is no row. */
    public String value(String sql, Object... parameters) {
        try (Connection connection = worker.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    public int count(String sql, Object... parameters) {
        return Integer.parseInt(value(sql, parameters));
    }

    public int update(String sql, Object... parameters) {
        try (Connection connection = worker.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /**
     * Removes all work and all reports; tokens and the schema stay. In one transaction that keeps writers out, since the
     * bridge goes on working at what earlier tests left it; where that ends in a deadlock, PostgreSQL picks a victim, and
     * if it is this one it begins anew.
     */
    public void clear() {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = worker.connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table " + String.join(", ", TABLES) + " in share row exclusive mode");
                for (String table : TABLES) {
                    statement.execute("delete from " + table);
                }
                connection.commit();
                return;
            } catch (SQLException broken) {
                if (attempt == ATTEMPTS || !DEADLOCK.equals(broken.getSQLState())) {
                    throw new IllegalStateException("the database cannot be cleared", broken);
                }
            }
        }
    }
}
