package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out whether a server does for tests: an open port says nothing about being let in, and being let in says nothing
 * about being allowed to create a database, or to put rows back past foreign keys and triggers.
 */
final class ServerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OLDEST = 15;

    private static final String RIGHTS =
            """
            select rolsuper or rolcreatedb,
                   rolsuper or has_parameter_privilege('session_replication_role', 'SET')
            from pg_catalog.pg_roles where rolname = current_user
            """;

    private ServerProbe() {}

    /** Why the server does not do; empty where it does. */
    static Optional<String> refusal(ServerAddress address) {
        try (Connection connection = address.connect(address.first(), PATIENCE)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            return version < OLDEST
                    ? Optional.of("it is PostgreSQL " + version + ", older than " + OLDEST)
                    : missingRight(connection, address.user());
        } catch (SQLException refused) {
            return Optional.of(firstLine(refused));
        }
    }

    private static Optional<String> missingRight(Connection connection, String user) throws SQLException {
        try (var statement = connection.createStatement();
                var rights = statement.executeQuery(RIGHTS)) {
            rights.next();
            if (!rights.getBoolean(1)) {
                return Optional.of("user " + user + " may not create databases");
            }
            return rights.getBoolean(2)
                    ? Optional.empty()
                    : Optional.of("user " + user + " may not set session_replication_role");
        }
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
