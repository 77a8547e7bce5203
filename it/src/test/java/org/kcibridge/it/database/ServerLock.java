package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Held by whoever works on templates or clears up, one process of all at a time. The server drops the lock with the
 * connection, so that a killed process leaves nothing locked.
 */
final class ServerLock {

    /** "kcibridg" as a number; any would do that nobody else takes. */
    static final long KEY = 0x6b63696272696467L;

    private final DatabaseServer server;
    private final String patience;

    /** Waits longer than any migration takes. */
    ServerLock(DatabaseServer server) {
        this(server, "60s");
    }

    ServerLock(DatabaseServer server, String patience) {
        this.server = server;
        this.patience = patience;
    }

    /** @throws DatabaseUnusable where another holds the lock for too long; going on without it would break his work */
    <T> T holding(Supplier<T> work) {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '" + patience + "'");
            statement.execute("select pg_advisory_lock(" + KEY + ")");
            return work.get();
        } catch (SQLException refused) {
            throw new DatabaseUnusable(
                    "the lock for preparing test databases cannot be had: " + refused.getMessage(), refused);
        }
    }
}
