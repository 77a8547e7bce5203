package org.kcibridge.batch.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The life of an execution: as long as it lasts, its node holds two locks in the database, one under the execution's number
 * and one under that of its job. A node that dies loses its connection, and with it the locks, at that very moment.
 */
public final class Life {

    /** Tell these locks from all others. */
    private static final int EXECUTION = 0x4b434942;

    private static final int INSTANCE = 0x4b43494a;

    /** In SQL, whether the execution {@code e} of {@code jberet.job_execution} lives, on whatever node. */
    public static final String LASTS =
            """
            exists (select from pg_locks l
                    where l.locktype = 'advisory' and l.classid = %d and l.objsubid = 2
                      and cast(l.objid as bigint) = e.jobexecutionid
                      and l.database = (select oid from pg_database where datname = current_database()))"""
                    .formatted(EXECUTION);

    private static final int SECONDS = 1;

    private final Connection connection;
    private final long instance;
    private final boolean alone;

    private Life(Connection connection, long instance, boolean alone) {
        this.connection = connection;
        this.instance = instance;
        this.alone = alone;
    }

    /** Begins it, for as long as the connection lasts. */
    static Life of(Connection connection, long execution, long instance) throws SQLException {
        try {
            boolean alone = lock(connection, INSTANCE, instance);
            lock(connection, EXECUTION, execution);
            return new Life(connection, instance, alone);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private static boolean lock(Connection connection, int kind, long number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, kind);
            lock.setInt(2, Math.toIntExact(number));
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** The job whose execution it is. */
    long instance() {
        return instance;
    }

    /** Whether no other execution of the job lived when this began. */
    boolean isAlone() {
        return alone;
    }

    /** Whether its connection, and with it the locks, still last. */
    boolean goesOn() {
        try {
            return connection.isValid(SECONDS);
        } catch (SQLException broken) {
            return false;
        }
    }

    /** Ends it; the connection is free for others. */
    void end() throws SQLException {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    /** Gives a broken connection back. */
    void abandon() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It is broken: there is nothing to give back.
        }
    }
}
