package org.kcibridge.it.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.kcibridge.it.database.EmbeddedDatabase;
import org.postgresql.Driver;

/** One database of the embedded PostgreSQL, past every pool. */
record Database(EmbeddedDatabase server, String name) {

    Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** A connection that leaves the types of text parameters to the server, as an unknown literal would. */
    Connection connectUntyped() throws SQLException {
        var login = new Properties();
        login.setProperty("user", server.user());
        login.setProperty("password", server.password());
        login.setProperty("stringtype", "unspecified");
        return new Driver().connect(server.jdbcUrl(name), login);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The number that a query answers. */
    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
