package org.kcibridge.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.kcibridge.it.database.DatabaseResolver;
import org.kcibridge.it.database.DatabaseServer;
import org.kcibridge.it.database.WorkerDatabase;
import org.kcibridge.it.live.LiveServer;
import org.kcibridge.it.standin.GitHubStandIn;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;
import org.kcibridge.submission.kcidb.KcidbSchema;
import org.opentest4j.TestAbortedException;

/**
 * What the bridge is tested on: databases of its own on a real PostgreSQL, stand-ins for TuxSuite and KCIDB, free ports, and
 * the settings that bring them together. Each worker has one for its whole run; of what it needs only the database server
 * and the programs are shared with other workers.
 */
public final class Bench {

    /** An operator's token; the bridge is started with it. */
    public static final String TOKEN = "a-token-for-tests-only";

    private static final KcidbSchema SCHEMA = new KcidbSchema();

    private static Bench bench;

    private final Path folder;
    private final DatabaseServer server;
    private final WorkerDatabase database;
    private final WorkerDatabase crashDatabase;
    private final TuxSuiteStandIn tuxSuite = new TuxSuiteStandIn("tuxsuite-token", "bench", "tests");
    private final KcidbStandIn kcidb = new KcidbStandIn("kcidb-token", SCHEMA::violations);
    private final GitHubStandIn gitHub = new GitHubStandIn();
    private final int httpPort = FreePort.next();
    private final int managementPort = FreePort.next();
    private final DeployedBridge bridge;
    private final List<Runnable> closings = new ArrayList<>();

    private Bench(Path shared, Worker worker) {
        folder = shared.resolve(worker.name());
        server = DatabaseResolver.resolve(shared);
        worker.requireConnections(server);
        database = WorkerDatabase.open(server, 1);
        crashDatabase = WorkerDatabase.open(server, 2);
        bridge = new DeployedBridge(local(httpPort), database());
    }

    static void open() {
        Worker worker = Worker.current();
        bench = new Bench(Path.of(System.getProperty("bridge.tests")), worker);
        System.setProperty("bench.base", bench.folder.resolve("server").toString());
        System.setProperty("bench.management.port", Integer.toString(bench.managementPort));
        System.setProperty("bench.settings", bench.serverSettings().toString());
        System.setProperty("bench.jvm", String.join(" ", bench.serverArguments(worker)));
    }

    /** Has something done at the very end, by whoever keeps something for the classes that follow. */
    public void atTheEnd(Runnable closing) {
        closings.add(closing);
    }

    static void close() {
        if (bench != null) {
            bench.closings.forEach(Runnable::run);
            bench.tuxSuite.close();
            bench.kcidb.close();
            bench.gitHub.close();
            bench.database.close();
            bench.crashDatabase.close();
            bench.server.close();
            bench = null;
        }
    }

    /** @throws TestAbortedException with a live server: whoever wants a bench is skipped then */
    public static Bench get() {
        if (LiveServer.isGiven()) {
            throw new TestAbortedException("it needs a bridge, a database and stand-ins of its own, not a live server");
        }
        if (bench == null) {
            throw new IllegalStateException("there is no bench: run integration tests with failsafe, mvn verify");
        }
        return bench;
    }

    /** What belongs to this worker alone. */
    public Path folder() {
        return folder;
    }

    /** Where bridges on this bench look for datasets. */
    public Path datasets() {
        return below("datasets");
    }

    /** Where bridges on this bench look for submissions to import. */
    public Path imports() {
        return below("imports");
    }

    private Path below(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    DeployedBridge bridge() {
        return bridge;
    }

    /** The stand-ins do what they would do by themselves. */
    void letStandInsBehave() {
        tuxSuite.script().reset();
        kcidb.script().reset();
        gitHub.script().reset();
    }

    /** The stand-ins remember nothing, and nothing comes from them any more. */
    void clearStandIns() {
        tuxSuite.clear();
        kcidb.clear();
        gitHub.clear();
    }

    public TuxSuiteStandIn tuxSuite() {
        return tuxSuite;
    }

    public KcidbStandIn kcidb() {
        return kcidb;
    }

    public GitHubStandIn gitHub() {
        return gitHub;
    }

    public Database database() {
        return new Database(database);
    }

    /** A second database, for bridges that are started and killed by a test. */
    public Database crashDatabase() {
        return new Database(crashDatabase);
    }

    public ApiClient api() {
        return new ApiClient(local(httpPort), TOKEN);
    }

    /** Where the bridge's pages are. */
    public URI url() {
        return local(httpPort);
    }

    /** Asks the server's management port, where health is. */
    public ApiClient.Reply management(String path) {
        return new ApiClient(local(managementPort), null).outside(path);
    }

    /** The settings of a bridge on this bench, by the names of its environment. */
    public Map<String, String> settings(Database on, int port) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("DB_URL", on.url()),
                Map.entry("DB_USER", server.user()),
                Map.entry("DB_PASSWORD", server.password()),
                Map.entry("DB_POOL_SIZE", Integer.toString(Worker.POOL_SIZE)),
                Map.entry("TUXSUITE_TOKEN", "tuxsuite-token"),
                Map.entry("TUXSUITE_GROUP", "bench"),
                Map.entry("TUXSUITE_PROJECT", "tests"),
                Map.entry("TUXSUITE_PUBLIC_KEYS", tuxSuite.publicKey()),
                Map.entry("TUXAPI_URL", tuxSuite.url().toString()),
                Map.entry("KCIDB_SUBMIT_URL", kcidb.submitUrl().toString()),
                Map.entry("KCIDB_TOKEN", "kcidb-token"),
                // Set in every action, where it would make the bridge pass over the others.
                Map.entry("GITHUB_ACTIONS", "false"),
                Map.entry("GITHUB_API_URL", gitHub.url().toString()),
                Map.entry("GITHUB_REPOSITORY", GitHubStandIn.REPOSITORY),
                Map.entry("GITHUB_WORKFLOW", GitHubStandIn.WORKFLOW),
                Map.entry("GITHUB_APP_ID", GitHubStandIn.APP),
                Map.entry("GITHUB_INSTALLATION_ID", GitHubStandIn.INSTALLATION),
                Map.entry("GITHUB_APP_PRIVATE_KEY", gitHub.privateKey()),
                Map.entry("BRIDGE_PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("BRIDGE_ADMIN_TOKEN", TOKEN),
                Map.entry("BRIDGE_ENVIRONMENT", "test"),
                Map.entry("BRIDGE_DATASETS", datasets().toString()),
                Map.entry("BRIDGE_IMPORT_FOLDER", imports().toString()),
                // Long enough for a slow machine, short enough to wait for in a test.
                Map.entry("BRIDGE_LEASE", "PT8S"),
                // Tests ask more often than anybody should, and are often wrong on purpose.
                Map.entry("BRIDGE_RATE_PER_TOKEN", "0"),
                Map.entry("BRIDGE_RATE_PER_ADDRESS", "0")));
    }

    /** A server on this machine. */
    public static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private List<String> serverArguments(Worker worker) {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "-Djboss.node.name=" + worker.name()));
        String coverage = System.getProperty("jacoco.agent", "");
        if (coverage.contains("-javaagent")) {
            arguments.add(0, coverage);
        }
        return arguments;
    }

    /** In a file for us alone, as anybody on the machine can read the arguments of a process. */
    private Path serverSettings() {
        Properties properties = new Properties();
        properties.putAll(settings(database(), httpPort));
        properties.setProperty("db.pool.size", Integer.toString(Worker.POOL_SIZE));
        properties.setProperty("jboss.http.port", Integer.toString(httpPort));
        properties.setProperty("jboss.management.http.port", Integer.toString(managementPort));
        properties.setProperty("db.url", database().url());
        properties.setProperty("db.user", server.user());
        properties.setProperty("db.password", server.password());
        return SecretFile.write(folder.resolve("server.properties"), properties);
    }
}
