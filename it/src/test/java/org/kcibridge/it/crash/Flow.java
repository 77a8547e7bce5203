package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.Database;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.it.isolation.IsolatedDatabase;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.StoredDocument;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/** One build on its way from request to KCIDB, watched from outside: the bridge may be dead at any time. */
final class Flow {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The client has its answer before the build calls back. */
    private static final Duration BUILD_TIME = Duration.ofMillis(300);

    /** Starting a server takes longer than most of what is done with it here. */
    private static Flow flow;

    final CrashingBridge bridge;
    final Database database;
    private final IsolatedDatabase isolated;
    final TuxSuiteStandIn tuxSuite;
    final KcidbStandIn kcidb;

    /** Ends the bridge. */
    Runnable end = () -> {};

    /** The one of this worker, for all classes. */
    static synchronized Flow of(Bench bench) {
        if (flow == null) {
            flow = new Flow(bench);
            bench.atTheEnd(flow::close);
        }
        return flow;
    }

    private Flow(Bench bench) {
        bridge = new CrashingBridge(bench);
        database = bench.crashDatabase();
        tuxSuite = bench.tuxSuite();
        kcidb = bench.kcidb();
        bridge.start();
        isolated = IsolatedDatabase.of(database.worker()::connect);
    }

    /** Says how the bridge ends when its moment has come. */
    void endsBy(End how) {
        end = () -> how.of(bridge);
    }

    /** A bridge that runs and knows of nothing, among stand-ins that behave. */
    void beginAnew() {
        behave();
        bridge.start();
        isolated.restore();
        database.clock().reset();
        tuxSuite.clear();
        kcidb.clear();
    }

    /** They behave and remember nothing; a document that violates the schema fails the test that sent it. */
    void leaveStandIns() {
        tuxSuite.script().reset();
        kcidb.script().reset();
        try {
            kcidb.requireValidDocuments();
        } finally {
            tuxSuite.clear();
            kcidb.clear();
        }
    }

    private void close() {
        bridge.kill();
        isolated.close();
    }

    /** Lets the time come at which a silent runner is asked. */
    void passDeadline() {
        database.clock().advance(Duration.ofHours(3));
    }

    void behave() {
        tuxSuite.script().reset().buildTime(BUILD_TIME);
        kcidb.script().reset();
    }

    /** Schedules the build. */
    Reply build() {
        return bridge.api().build(Map.of());
    }

    /** Does something as soon as TuxSuite has been told that its callback is safe. */
    void onCallback(Runnable deed) {
        tuxSuite.script().afterCallback(status -> {
            if (status == 204) {
                deed.run();
            }
        });
    }

    /** Holds the claim while the build is reported, so that the deed is done just before the commit. */
    void whileApplying(Runnable deed) {
        tuxSuite.script().silent(true);
        build();
        String uid = awaitBuild();
        try (OpenTransaction holder = database.begin("select * from claim for update")) {
            assertThat(tuxSuite.sendCallback(uid)).isEqualTo(204);
            await("the callback is being applied").atMost(PATIENCE).until(() -> blocked() > 0);
            deed.run();
        }
    }

    private int blocked() {
        return database.count(
                "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'",
                database.worker().name());
    }

    /** Waits until TuxSuite has built something, and expects it to be one build. */
    String awaitBuild() {
        await("TuxSuite has built it").atMost(PATIENCE).until(() -> !builds().isEmpty());
        assertThat(builds()).hasSize(1);
        return builds().get(0);
    }

    /** TuxSuite's finished builds of the only job. */
    List<String> builds() {
        String job = job("id");
        return tuxSuite.builds().entrySet().stream()
                .filter(build -> build.getValue().getString("client_token").equals(job))
                .filter(build -> build.getValue().getString("state").equals("finished"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Cuts the bridge's connections to its database; the server lives on. */
    void cutDatabase() {
        int cut = database.count(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = ? and pid <> pg_backend_pid() and application_name in ('kci-bridge', 'kci-bridge-batch')""",
                database.worker().name());
        assertThat(cut).as("connections cut").isPositive();
    }

    /** A column of the only job. */
    String job(String column) {
        return database.value("select %s from job".formatted(column));
    }

    void awaitJob(String state) {
        await("the job is " + state).atMost(PATIENCE).until(() -> job("state"), state::equals);
    }

    void awaitSubmission(String state) {
        await("the report is " + state)
                .atMost(PATIENCE)
                .until(() -> database.value("select state from submission"), state::equals);
    }

    /** Waits until everything is over, and looks that it came to one report of one build, sent so many times. */
    void assertReportedOnce(int posts) {
        awaitSubmission("CONFIRMED");
        await("all callbacks are dealt with")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback natural join (select id job_id from job) j "
                                + "where due_at is not null")
                        == 0);
        assertThat(database.value("select string_agg(state, ' ') from job")).isEqualTo("FINISHED");
        assertThat(database.value("select string_agg(state, ' ') from submission"))
                .isEqualTo("CONFIRMED");
        assertThat(database.value("select string_agg(id, ' ') from builds")).isEqualTo(job("build_id"));
        assertThat(kcidb.documents()).hasSize(posts).allMatch(StoredDocument::good, "is valid");
        assertThat(kcidb.documents()).extracting(StoredDocument::content).containsOnly(document());
        assertThat(ids("builds")).containsExactly(job("build_id"));
        assertThat(ids("checkouts")).containsExactly(database.value("select string_agg(id, ' ') from checkouts"));
    }

    private JsonObject document() {
        return kcidb.documents().get(0).object();
    }

    private List<String> ids(String kind) {
        return document().getJsonArray(kind).getValuesAs(JsonObject.class).stream()
                .map(object -> object.getString("id"))
                .toList();
    }
}
