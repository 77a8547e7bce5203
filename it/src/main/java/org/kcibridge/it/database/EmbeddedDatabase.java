package org.kcibridge.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A real PostgreSQL for those who have none: the run command's durable one, and the tests' fast ones. It listens on
 * loopback only, with a password kept beside its data.
 *
 * <p>A server that outlived the process which had started it is stopped before the data are used again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final FolderLock lock;
    private final Postmaster postmaster;
    private final String password;
    private final int port;

    private EmbeddedDatabase(FolderLock lock, Postmaster postmaster, String password, int port) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the database and returns when it answers.
     *
     * @throws DatabaseUnusable where it cannot be had, with one line that says why
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        Path folder = settings.folder();
        try {
            FolderLock lock = FolderLock.take(folder)
                    .orElseThrow(
                            () -> new DatabaseUnusable("the database in " + folder + " is in use by another process"));
            try {
                return start(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new DatabaseUnusable("the database folder " + folder + " is not accessible: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseUnusable("the database folder " + folder + " is unusable: " + e.getMessage(), e);
        }
    }

    private static EmbeddedDatabase start(DatabaseSettings settings, FolderLock lock) throws IOException {
        Path folder = settings.folder().toRealPath();
        Binaries binaries = Binaries.unpackedBelow(settings.binaries());
        Account account = Account.choose(folder, binaries.home());
        var cluster = new Cluster(folder, binaries, account);
        var postmaster = new Postmaster(cluster.data());
        postmaster.stop();
        cluster.prepare();
        return new EmbeddedDatabase(lock, postmaster, cluster.password(), launch(cluster, settings));
    }

    private static int launch(Cluster cluster, DatabaseSettings settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            cluster.configure(port, settings.durable());
            Command start = cluster.run(
                    "pg_ctl", "start", "--pgdata=" + cluster.data(), "--log=" + cluster.log(), "--wait", "--silent");
            if (start.succeeded()) {
                return port;
            }
            String log = Files.readString(cluster.log());
            if (attempt == ATTEMPTS || !passes(log, settings)) {
                String reason = log.isBlank() ? start.reason() : new Command(start.status(), log).reason();
                throw new DatabaseUnusable(
                        "the database in " + cluster.data().getParent() + " does not start: " + reason);
            }
            Pause.milliseconds(500);
        }
    }

    /** Another process may have got the free port first, and the children of a killed server take a moment to follow it. */
    private static boolean passes(String log, DatabaseSettings settings) {
        return log.contains("shared memory block")
                || (settings.port() == 0 && log.contains("could not bind IPv4 address"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Creates the database where it is missing. */
    public EmbeddedDatabase createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = connect("postgres");
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            if (!known.executeQuery().next()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
            }
            return this;
        } catch (SQLException e) {
            throw new DatabaseUnusable("database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** Opens a connection of its own, past every pool. */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user());
        login.setProperty("password", password);
        // Not through DriverManager, which sees only drivers of the class loader it was first used from.
        return new Driver().connect(jdbcUrl(database), login);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops the server, cutting off its clients, and waits for its end. */
    @Override
    public void close() {
        try (lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
