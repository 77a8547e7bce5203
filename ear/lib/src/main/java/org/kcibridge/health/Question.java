package org.kcibridge.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Asks the database on behalf of a check, which must answer soon in any case. Checks answer anybody and therefore do not say
 * why the database does not; those who asked for a connection in earnest log that.
 */
@ApplicationScoped
class Question {

    private static final int TIMEOUT_SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    private DataSource database;

    /** @return what was made of the first row; empty when there is none */
    <T> Optional<T> ask(String sql, Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
            }
        }
    }

    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
