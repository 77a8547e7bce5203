package org.kcibridge.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kcibridge.it.database.DatabaseResolver;
import org.kcibridge.it.database.DatabaseServer;
import org.kcibridge.it.database.WorkerDatabase;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;
import org.kcibridge.submission.kcidb.KcidbSchema;

/**
 * What the bridge is tested on: databases of its own on a real PostgreSQL, stand-ins for TuxSuite and KCIDB, free ports, and the settings that
 * bring them together. One for a whole run.
 */
public final class Bench {

    /** An operator's token; the bridge is started with it. */
    public static final String TOKEN = "a-token-for-tests-only";

    private static final KcidbSchema SCHEMA = new KcidbSchema();

    private static Bench bench;

    private final DatabaseServer server;
    private final WorkerDatabase database;
    private final WorkerDatabase crashDatabase;
    private final TuxSuiteStandIn tuxSuite = new TuxSuiteStandIn("tuxsuite-token", "bench", "tests");
    private final KcidbStandIn kcidb = new KcidbStandIn(
            "kcidb-token", document -> SCHEMA.violations(document).isEmpty());
    private final int httpPort = freePort();
    private final int managementPort = freePort();

    private Bench(Path folder) {
        server = DatabaseResolver.resolve(folder);
        database = WorkerDatabase.open(server, 1);
        crashDatabase = WorkerDatabase.open(server, 2);
    }

    static void open() {
        Path folder = Path.of(System.getProperty("bridge.tests"));
        bench = new Bench(folder);
        System.setProperty("bench.base", folder.resolve("server").toString());
        System.setProperty("bench.management.port", Integer.toString(bench.managementPort));
        System.setProperty("bench.jvm", String.join(" ", bench.serverArguments()));
    }

    static void close() {
        if (bench != null) {
            bench.tuxSuite.close();
            bench.kcidb.close();
            bench.database.close();
            bench.crashDatabase.close();
            bench.server.close();
            bench = null;
        }
    }

    public static Bench get() {
        if (bench == null) {
            throw new IllegalStateException("there is no bench: run integration tests with failsafe, mvn verify");
        }
        return bench;
    }

    public TuxSuiteStandIn tuxSuite() {
        return tuxSuite;
    }

    public KcidbStandIn kcidb() {
        return kcidb;
    }

    public Database database() {
        return new Database(database);
    }

    /** A second database, for bridges that are started and killed by a test. */
    public Database crashDatabase() {
        return new Database(crashDatabase);
    }

    public ApiClient api() {
        return new ApiClient(httpPort, TOKEN);
    }

    /** Asks the server's management port, where health is. */
    public ApiClient.Reply management(String path) {
        return new ApiClient(managementPort, null).outside(path);
    }

    /** The settings of a bridge on this bench, by the names of its environment. */
    public Map<String, String> settings(Database on, int port) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("DB_URL", on.url()),
                Map.entry("DB_USER", server.user()),
                Map.entry("DB_PASSWORD", server.password()),
                Map.entry("TUXSUITE_TOKEN", "tuxsuite-token"),
                Map.entry("TUXSUITE_GROUP", "bench"),
                Map.entry("TUXSUITE_PROJECT", "tests"),
                Map.entry("TUXSUITE_PUBLIC_KEYS", tuxSuite.publicKey()),
                Map.entry("TUXAPI_URL", tuxSuite.url().toString()),
                Map.entry("KCIDB_SUBMIT_URL", kcidb.submitUrl().toString()),
                Map.entry("KCIDB_TOKEN", "kcidb-token"),
                Map.entry("BRIDGE_PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("BRIDGE_ADMIN_TOKEN", TOKEN),
                // Long enough for a slow machine, short enough to wait for in a test.
                Map.entry("BRIDGE_LEASE", "PT8S")));
    }

    private List<String> serverArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Djboss.http.port=" + httpPort,
                "-Djboss.management.http.port=" + managementPort,
                "-Ddb.url=" + database().url(),
                "-Ddb.user=" + server.user(),
                "-Ddb.password=" + server.password()));
        String coverage = System.getProperty("jacoco.agent", "");
        if (coverage.contains("-javaagent")) {
            arguments.add(0, coverage);
        }
        // Quoted, because a public key has spaces in it.
        arguments.addAll(settings(database(), httpPort).entrySet().stream()
                .filter(setting -> !setting.getKey().startsWith("DB_"))
                .map(setting -> "\"-D" + setting.getKey() + "=" + setting.getValue() + "\"")
                .collect(Collectors.toList()));
        return arguments;
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
