package org.kcibridge.batch.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Whether an execution lives: as long as it does, its node holds a lock in the database under its number. A node that dies
 * loses its connection, and with it the lock, at that very moment.
 */
final class Life {

    /** Tells these locks from all others; the letters KCIB. */
    private static final int KIND = 0x4b434942;

    private Life() {}

    /** Begins it, for as long as the connection lasts. */
    static void begin(Connection connection, long execution) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, KIND);
            lock.setInt(2, Math.toIntExact(execution));
            lock.execute();
        }
    }

    /** Ends it; the connection may be used on. */
    static void end(Connection connection, long execution) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?, ?)", execution);
    }

    /** Whether nobody lives it. */
    static boolean isOver(Connection connection, long execution) throws SQLException {
        boolean over = ask(connection, "select pg_try_advisory_lock(?, ?)", execution);
        if (over) {
            end(connection, execution);
        }
        return over;
    }

    private static boolean ask(Connection connection, String sql, long execution) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            question.setInt(1, KIND);
            question.setInt(2, Math.toIntExact(execution));
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
