package org.kcibridge.it.container;

import java.sql.Connection;
import java.sql.SQLException;
import org.kcibridge.it.database.TestClock;
import org.kcibridge.it.database.WorkerDatabase;

/** A database of the bridge, seen from outside: for looking at what it keeps and for putting it into a state. */
public record Database(WorkerDatabase worker) {

    public String url() {
        return worker.jdbcUrl();
    }

    /** What the bridge takes for the time. */
    public TestClock clock() {
        return worker.clock();
    }

    /** Makes statements fail that touch such rows; see {@link Fault}. */
    public Fault failOn(String event, String table, String condition) {
        return Fault.on(this, event, table, condition);
    }

    /** Begins a transaction that does this, and does not end it. */
    public OpenTransaction begin(String sql) {
        return OpenTransaction.begin(this, sql);
    }

    /** Takes a table or view away, as {@code name} or {@code schema.name}. */
    public MissingTable without(String name) {
        return MissingTable.of(this, name);
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

    /** What goes on in it at this moment, and who waits for whom: for the message of a test that has waited in vain. */
    public String activity() {
        return value(
                """
                select string_agg(format('%s %s for %s waits for %s %s: %s', pid, state, clock_timestamp() - state_change,
                                         coalesce(wait_event, 'nothing'), pg_blocking_pids(pid), left(query, 200)), e'\\n')
                from pg_stat_activity
                where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()""");
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
}
