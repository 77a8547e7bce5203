package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.database.DatabaseSettings;
import org.kcibridge.it.database.EmbeddedDatabase;
import org.kcibridge.it.delivery.Audit;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;
import org.kcibridge.kind.SlowTest;

/** PostgreSQL itself is stopped and started again while builds are on their way, more than once. */
@SlowTest
class RestartedDatabaseIT {

    /** Another one in each run: an older build may have left one behind. */
    private static final String NAME =
            UniqueId.of("restarted").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");

    private static final int BUILDS = 60;
    private static final int RESTARTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Bench bench = Bench.get();
    private final TuxSuiteStandIn tuxSuite = bench.tuxSuite();
    private final KcidbStandIn kcidb = bench.kcidb();

    /** The jobs whose clients were told that they are taken. */
    private final Set<String> promised = new TreeSet<>();

    private DatabaseSettings settings;
    private EmbeddedDatabase database;
    private CrashingBridge bridge;

    @BeforeEach
    void haveABridgeOnADatabaseOfItsOwn() {
        DatabaseSettings first = DatabaseSettings.scratch(
                bench.folder().resolve("restarted"), bench.folder().resolve("../postgresql"));
        database = EmbeddedDatabase.start(first).createDatabase(NAME);
        settings = new DatabaseSettings(first.folder(), first.binaries(), false, database.port());
        kcidb.clear();
        tuxSuite.script().reset().buildTime(Duration.ofMillis(100));
        bridge = new CrashingBridge(
                bench,
                "crash-restarted",
                Map.of(
                        "DB_URL", database.jdbcUrl(NAME),
                        "DB_USER", database.user(),
                        "DB_PASSWORD", database.password()));
        bridge.start();
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        bridge.close();
        try (Connection connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database " + NAME + " with (force)");
        }
        database.close();
        tuxSuite.script().reset();
        tuxSuite.clear();
        kcidb.clear();
    }

    @Test
    void keepsEveryPromise() throws SQLException {
        for (int build = 0; build < BUILDS; build++) {
            if (build % (BUILDS / RESTARTS) == BUILDS / RESTARTS / 2) {
                database.close();
                order(build);
                database = EmbeddedDatabase.start(settings);
            }
            order(build);
        }

        assertThat(promised).hasSizeGreaterThan(BUILDS / 2);
        await("all is confirmed").atMost(PATIENCE).untilAsserted(() -> assertThat(confirmed())
                .containsAll(promised));
        await("all is over").atMost(PATIENCE).untilAsserted(() -> assertThat(audit())
                .isEmpty());
    }

    /** While the database is away nothing can be promised, and nobody is told that it were. */
    private void order(int build) {
        Reply reply = bridge.api().build(Map.of("branch", "branch-" + build));
        if (reply.status() == 201) {
            promised.add(reply.json().getString("id"));
        } else {
            assertThat(reply.status()).isIn(500, 503);
        }
    }

    private Set<String> confirmed() throws SQLException {
        Set<String> jobs = new TreeSet<>();
        try (Connection connection = database.connect(NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select job_id from submission where state = 'CONFIRMED'")) {
            while (rows.next()) {
                jobs.add(rows.getString(1));
            }
        }
        return jobs;
    }

    private List<String> audit() throws SQLException {
        try (Connection connection = database.connect(NAME)) {
            List<String> findings = new ArrayList<>(Audit.books(connection));
            findings.addAll(Audit.deliveries(connection, kcidb.documents()));
            return findings;
        }
    }
}
