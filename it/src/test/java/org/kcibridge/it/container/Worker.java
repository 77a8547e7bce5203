package org.kcibridge.it.container;

import java.sql.Connection;
import java.sql.SQLException;
import org.kcibridge.it.database.DatabaseServer;

/**
 * One of the processes that run tests side by side, {@code -Dworkers=2}.
 *
 * @param number counted from 1
 * @param all how many there are
 */
record Worker(int number, int all) {

    /** Connections that the pool of an application may have open; tests need few. */
    static final int POOL_SIZE = 10;

    /** The deployed server and the one that crash tests start. */
    private static final int SERVERS = 2;

    private static final int BATCH_POOL_SIZE = 10;

    /** The one that waits for events. */
    private static final int LISTENING = 1;

    /** What tests open themselves: isolation, looking at rows, holding locks. */
    private static final int OWN = 6;

    static Worker current() {
        return new Worker(Integer.getInteger("bridge.worker", 1), Integer.getInteger("bridge.workers", 1));
    }

    /** Also the name of its server's node. */
    String name() {
        return "w" + number;
    }

    /** How many connections all workers together may come to have. */
    int connections() {
        return all * (SERVERS * (POOL_SIZE + BATCH_POOL_SIZE + LISTENING) + OWN);
    }

    /** Says before the first test what would otherwise be a time-out in some test or other. */
    void requireConnections(DatabaseServer server) {
        int allowed = allowed(server);
        if (connections() > allowed) {
            throw new IllegalStateException(
                    "%d workers may need %d connections, but %s allows %d: give it more (max_connections), or take fewer workers"
                            .formatted(all, connections(), server, allowed));
        }
    }

    private static int allowed(DatabaseServer server) {
        try (Connection connection = server.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('max_connections')::int"
                        + " - current_setting('superuser_reserved_connections')::int")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the database server does not say how many may connect", unreadable);
        }
    }
}
