package org.kcibridge.it.isolation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements of one transaction. It knows which table it is at, for whoever has to say what went wrong. */
final class Statements {

    private final Connection connection;
    private String table = "none";

    Statements(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    interface Row<T> {

        T from(ResultSet row) throws SQLException;
    }

    Statements on(String nextTable) {
        table = nextTable;
        return this;
    }

    /** As SQL has it, in quotes where they are needed. */
    String table() {
        return table;
    }

    Connection connection() {
        return connection;
    }

    int execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, Row<T> read, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(read.from(row));
            }
            return found;
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
