package org.kcibridge.it.container;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction of somebody else's that has done something and goes on: what it has locked others wait for, and what it has
 * written nobody sees. Unless it is committed it comes to nothing.
 */
public final class OpenTransaction implements AutoCloseable {

    private final Connection connection;

    private OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    static OpenTransaction begin(Database database, String sql) {
        try {
            Connection connection = database.worker().connect();
            connection.setAutoCommit(false);
            OpenTransaction transaction = new OpenTransaction(connection);
            transaction.execute(sql);
            return transaction;
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
