package org.kcibridge.it.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The connection that isolation works over, kept open because logging in takes longer than the work. Transactions wait for
 * locks only for a while and then begin again, since who holds them may in turn be waiting for us.
 */
final class Session implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");

    private static final String HOLDERS =
            """
            select format('process %s (%s, %s): %s', l.pid, a.state, l.mode,
                          left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200))
            from pg_locks l join pg_stat_activity a using (pid)
            where l.relation = to_regclass(?) and l.granted and l.mode <> 'AccessShareLock'
              and l.pid <> pg_backend_pid()
              and l.database = (select oid from pg_database where datname = current_database())
            order by l.pid
            """;

    private final ConnectionSource source;
    private final Duration patience;
    private Connection connection;

    Session(ConnectionSource source) {
        this(source, Duration.ofSeconds(2));
    }

    /** @param patience with each lock in each attempt */
    Session(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /** A transaction that can be done again from its beginning. */
    @FunctionalInterface
    interface Work<T> {

        T with(Statements statements) throws SQLException;
    }

    <T> T transaction(Work<T> work) {
        return attempts("origin", work);
    }

    /** A transaction in which neither foreign keys are checked nor triggers fire: for putting rows back as they were. */
    <T> T replay(Work<T> work) {
        return attempts("replica", work);
    }

    private <T> T attempts(String role, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            var statements = new Statements(open());
            try {
                return attempt(statements, role, work);
            } catch (SQLException failed) {
                List<String> holders = rollBack(statements);
                if (!LOCKED.contains(failed.getSQLState())) {
                    throw new IllegalStateException(
                            "on table " + statements.table() + ": " + failed.getMessage(), failed);
                }
                if (attempt == ATTEMPTS) {
                    throw new DatabaseBusy(statements.table(), attempt, holders, failed);
                }
            } catch (RuntimeException failed) {
                rollBack(statements);
                throw failed;
            }
        }
    }

    private <T> T attempt(Statements statements, String role, Work<T> work) throws SQLException {
        statements.execute("set local lock_timeout = " + patience.toMillis());
        statements.execute("set local session_replication_role = " + role);
        T result = work.with(statements);
        connection.commit();
        return result;
    }

    /** Who holds the table that was being worked on. Asked at once, while he still does. */
    private List<String> rollBack(Statements statements) {
        try {
            connection.rollback();
            List<String> holders = new ArrayList<>();
            try (var statement = connection.prepareStatement(HOLDERS)) {
                statement.setString(1, statements.table());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        holders.add(row.getString(1));
                    }
                }
            }
            connection.rollback();
            return holders;
        } catch (SQLException broken) {
            close();
            return List.of();
        }
    }

    private Connection open() {
        try {
            if (connection == null || !connection.isValid(1)) {
                close();
                connection = source.open();
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute(RowText.commands());
                }
                connection.setAutoCommit(false);
            }
            return connection;
        } catch (SQLException refused) {
            throw new IllegalStateException("the test database does not answer: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException broken) {
            // It is gone either way.
        }
    }
}
