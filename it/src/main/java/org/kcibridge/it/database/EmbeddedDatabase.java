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
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A real PostgreSQL for those who have none: the run command's durable one, and the tests' fast ones. It listens on
 * loopback only, with a password kept beside its data.
 *
 * <p>A server that outlived the process which had started it is stopped before the data are used again.
 */
@SuppressWarnings("try") // Locks are held, not used.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final String password;
    private final int port;
    private final End end;

    private EmbeddedDatabase(String password, int port, End end) {
        this.password = password;
        this.port = port;
        this.end = end;
    }

    /** What closing comes to: whoever has the server to himself stops it, whoever shares it goes. */
    @FunctionalInterface
    private interface End {
        void come() throws IOException;
    }

    /**
     * Starts the database and returns when it answers.
     *
     * @throws DatabaseUnusable where it cannot be had, with one line that says why
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        return in(settings.folder(), () -> {
            FolderLock lock = FolderLock.take(settings.folder()).orElseThrow(() -> inUse(settings.folder()));
            try {
                return launched(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        });
    }

    /**
     * As {@link #start}, but together with other processes that join: the first one starts the server, and the last one to
     * close it stops it. One that is killed counts as gone.
     */
    public static EmbeddedDatabase join(DatabaseSettings settings) {
        Path folder = settings.folder();
        return in(folder, () -> {
            try (FolderLock turn = FolderLock.await(door(folder))) {
                Optional<FolderLock> alone = FolderLock.take(folder);
                if (alone.isPresent()) {
                    try (FolderLock first = alone.get()) {
                        launched(settings, first);
                    }
                }
                return joined(folder, FolderLock.share(folder).orElseThrow(() -> inUse(folder)));
            }
        });
    }

    private static EmbeddedDatabase launched(DatabaseSettings settings, FolderLock lock) throws IOException {
        Path folder = settings.folder().toRealPath();
        Cluster cluster = cluster(settings, folder);
        var postmaster = new Postmaster(cluster.data());
        postmaster.stop();
        cluster.prepare();
        return new EmbeddedDatabase(cluster.password(), launch(cluster, settings), () -> {
            try (lock) {
                postmaster.stop();
            }
        });
    }

    private static Cluster cluster(DatabaseSettings settings, Path folder) throws IOException {
        Binaries binaries = Binaries.unpackedBelow(settings.binaries());
        return new Cluster(folder, binaries, Account.choose(folder, binaries.home()));
    }

    private static EmbeddedDatabase joined(Path folder, FolderLock share) throws IOException {
        var postmaster = new Postmaster(Cluster.data(folder.toRealPath()));
        return new EmbeddedDatabase(Cluster.password(folder), postmaster.port(), () -> {
            try (FolderLock turn = FolderLock.await(door(folder))) {
                share.close();
                Optional<FolderLock> alone = FolderLock.take(folder);
                if (alone.isPresent()) {
                    try (FolderLock last = alone.get()) {
                        postmaster.stop();
                    }
                }
            }
        });
    }

    /** Whoever comes or goes holds this one meanwhile, so that nobody joins a server that is being stopped. */
    private static Path door(Path folder) {
        return folder.resolve("door");
    }

    private static DatabaseUnusable inUse(Path folder) {
        return new DatabaseUnusable("the database in " + folder + " is in use by another process");
    }

    private static EmbeddedDatabase in(Path folder, Beginning beginning) {
        try {
            return beginning.come();
        } catch (AccessDeniedException e) {
            throw new DatabaseUnusable("the database folder " + folder + " is not accessible: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseUnusable("the database folder " + folder + " is unusable: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Beginning {
        EmbeddedDatabase come() throws IOException;
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

    /** Stops the server, cutting off its clients, and waits for its end; one that others share goes on for them. */
    @Override
    public void close() {
        try {
            end.come();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
