package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.it.database.DatabaseSettings;
import org.kcibridge.it.database.EmbeddedDatabase;
import org.kcibridge.it.run.BridgeServer;
import org.kcibridge.it.run.ServerSettings;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/**
 * All that a benchmark runs on: a PostgreSQL whose commits survive the machine's death, the assembled server with the
 * settings and the heap that the run command gives it, and stand-ins for TuxSuite and KCIDB.
 */
final class TestBed implements AutoCloseable {

    private static final String NAME = "benchmark";

    /** What the first start of a bridge makes of an empty database; all others are copies. */
    private static final String INSTALLED = "installed";

    private final String token = UUID.randomUUID().toString();
    private final String kcidbToken = UUID.randomUUID().toString();
    private final Path folder;
    private final Optional<Path> recordings;
    private final EmbeddedDatabase postgres;
    private final TuxSuiteStandIn tuxSuite;
    private final KcidbStandIn kcidb;
    private boolean installed;
    private double firstStart;

    /** What would go on without us if somebody stopped us now. */
    private volatile BridgeServer running;

    private boolean closed;

    /**
     * @param folder for databases and servers
     * @param recordings folder for what JFR has recorded of each server, if that is wanted
     */
    TestBed(Path folder, Optional<Path> recordings) throws Exception {
        this.folder = folder;
        this.recordings = recordings;
        postgres = EmbeddedDatabase.start(DatabaseSettings.durable(folder.resolve("postgres")));
        tuxSuite = new TuxSuiteStandIn(token, NAME, NAME);
        kcidb = new KcidbStandIn(kcidbToken);
    }

    /** Not before somebody needs it: there are cases that know no database. */
    private void install() throws Exception {
        drop(INSTALLED);
        postgres.createDatabase(INSTALLED);
        try (Bridge bridge = start(new Database(postgres, INSTALLED), Map.of())) {
            firstStart = bridge.startSeconds();
        }
        installed = true;
    }

    /** How long it took until the first bridge was ready, which had to make all tables; 0 as long as there was none. */
    double firstStartSeconds() {
        return firstStart;
    }

    /** A database as it is after the installation; one of that name that is there goes. */
    Database database(String name) throws Exception {
        if (!installed) {
            install();
        }
        drop(name);
        new Database(postgres, "postgres").execute("create database %s template %s".formatted(name, INSTALLED));
        return new Database(postgres, name);
    }

    void drop(String name) throws Exception {
        new Database(postgres, "postgres").execute("drop database if exists %s with (force)".formatted(name));
    }

    /** A bridge on a fresh database, with some settings of its own. */
    Bridge bridge(String name, Map<String, String> settings) throws Exception {
        return start(database(name), settings);
    }

    /** A bridge on a database that is there; the stand-ins have forgotten what was before, and behave. */
    Bridge start(Database database, Map<String, String> settings) throws Exception {
        tuxSuite.clear();
        tuxSuite.script().reset();
        kcidb.clear();
        kcidb.script().reset();
        Path ear = Path.of(System.getProperty("bridge.ear"));
        return Bridge.start(begin(server(folder.resolve("server"), ear, database, settings)), database, token);
    }

    /** How long the server takes to start where it has next to nothing to run. */
    double bareStartSeconds() throws Exception {
        Path bare = folder.resolve("bare");
        Files.createDirectories(bare);
        return BareServer.startSeconds(
                begin(server(bare, BareServer.application(bare), new Database(postgres, INSTALLED), Map.of())));
    }

    /** One that an earlier benchmark left behind ends first. */
    private BridgeServer begin(BridgeServer server) {
        server.endOrphan();
        running = server;
        return server;
    }

    private BridgeServer server(Path base, Path application, Database database, Map<String, String> settings)
            throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DB_URL",
                postgres.jdbcUrl(database.name()),
                "DB_USER",
                postgres.user(),
                "DB_PASSWORD",
                postgres.password(),
                "BRIDGE_ENVIRONMENT",
                "sandbox",
                "BRIDGE_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "BRIDGE_ADMIN_TOKEN",
                token,
                // One client asks for all: as much as it can is what is measured.
                "BRIDGE_RATE_PER_TOKEN",
                "0"));
        environment.putAll(Map.of(
                "TUXSUITE_TOKEN", token,
                "TUXSUITE_GROUP", NAME,
                "TUXSUITE_PROJECT", NAME,
                "TUXAPI_URL", tuxSuite.url().toString(),
                "TUXSUITE_PUBLIC_KEYS", tuxSuite.publicKey(),
                "KCIDB_SUBMIT_URL", kcidb.submitUrl().toString(),
                "KCIDB_TOKEN", kcidbToken));
        environment.putAll(settings);
        return new BridgeServer(
                new ServerSettings(
                        Path.of(System.getProperty("jboss.home")),
                        application,
                        base,
                        "127.0.0.1",
                        port,
                        freePort(),
                        environment,
                        recordings.map(where -> recordingIn(where, database)).orElse(List.of())),
                System.out::println);
    }

    /** Named like the database; of two servers that had one of the same name the later one's stays. */
    private static List<String> recordingIn(Path folder, Database database) {
        return List.of("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + folder.resolve(database.name() + ".jfr"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    TuxSuiteStandIn tuxSuite() {
        return tuxSuite;
    }

    KcidbStandIn kcidb() {
        return kcidb;
    }

    /** Where KCIDB is, for whoever posts past the bridge. */
    Api kcidbApi() {
        return new Api(kcidb.url(), Map.of("Authorization", "Bearer " + kcidbToken));
    }

    /** Where TuxSuite is, for whoever orders past the bridge. */
    Api tuxSuiteApi() {
        return new Api(tuxSuite.url(), Map.of("Authorization", token));
    }

    /** Writes down what PostgreSQL is asked from now on. */
    StatementLog statementLog(Database database) throws Exception {
        return new StatementLog(database, folder.resolve("postgres/postgres.log"));
    }

    Path folder() {
        return folder;
    }

    /** Ends all that was begun, in the middle of whatever it does; a second time there is nothing left to end. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (running != null) {
            running.close();
        }
        tuxSuite.close();
        kcidb.close();
        postgres.close();
    }
}
