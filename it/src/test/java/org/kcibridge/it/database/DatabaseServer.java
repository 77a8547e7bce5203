package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL that tests may create databases on, whoever runs it. Closing it ends the embedded one and leaves every other
 * as it is.
 */
public final class DatabaseServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerAddress address;
    private final Runnable end;

    private DatabaseServer(ServerAddress address, Runnable end) {
        this.address = address;
        this.end = end;
    }

    static DatabaseServer foreign(ServerAddress address) {
        return new DatabaseServer(address, () -> {});
    }

    public static DatabaseServer embedded(EmbeddedDatabase database) {
        var address = ServerAddress.parse(
                        database.jdbcUrl("postgres"), Optional.of(database.user()), Optional.of(database.password()))
                .orElseThrow();
        return new DatabaseServer(address, database::close);
    }

    /** Opens a connection of its own, past every pool. */
    public Connection connect(String database) throws SQLException {
        return address.connect(database, PATIENCE);
    }

    /** Connects to where databases are created and dropped from. */
    public Connection connect() throws SQLException {
        return connect(address.first());
    }

    public String jdbcUrl(String database) {
        return address.jdbcUrl(database);
    }

    public String user() {
        return address.user();
    }

    /** May be empty where the server trusts us. */
    public String password() {
        return address.password();
    }

    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
