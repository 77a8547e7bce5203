package org.kcibridge.it.anyorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.Database;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/** A plot that is played, with a job of its own; the bridge does nothing by itself meanwhile. */
final class Story {

    private static final String SECRET = "X-KCI-Bridge-Job";
    private static final String SIGNATURE = "x-tux-payload-signature";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(2);

    /** More than anything waits for anything else. */
    private static final int ROUNDS = 10;

    private final Plot plot;
    private final Ending ending;
    private final ApiClient api;
    private final ApiClient stranger;
    private final Database database;
    private final TuxSuiteStandIn tuxSuite;
    private final Consumer<String> beat;
    private final String name;
    private final String job;
    private final String uid;
    private int told;

    /** @param beat lets the bridge do one of its chores once */
    Story(Plot plot, String name, ApiClient api, Database database, TuxSuiteStandIn tuxSuite, Consumer<String> beat) {
        this.plot = plot;
        this.ending = plot.ending();
        this.name = name;
        this.api = api;
        this.stranger = api.with(null);
        this.database = database;
        this.tuxSuite = tuxSuite;
        this.beat = beat;
        tuxSuite.clear();
        ending.prepare(tuxSuite.script().reset().silent(true));
        if (!plot.answered()) {
            tuxSuite.script().spoilNext(answer -> Answer.hangUp());
        }
        job = ending.ask(api, name);
        uid = awaitWork().keySet().iterator().next();
        assertThat(state()).isEqualTo(plot.answered() ? "SUBMITTED" : "REQUESTED");
    }

    /** Lets all happen, and brings to its end what is under way then. */
    FinalState play() {
        plot.deeds().forEach(deed -> deed.happenIn(this));
        for (int round = 0; round < ROUNDS && waiting() > 0; round++) {
            database.update("update callback set due_at = now() where due_at is not null");
            apply();
            gather();
        }
        assertThat(waiting()).as("callbacks not dealt with").isZero();
        return finalState();
    }

    void tellResult() {
        // Blanks make it another body each time, and mean nothing.
        tell(door(), tuxSuite.payload(uid) + " ".repeat(++told), SECRET, secret());
    }

    void tellResultSigned() {
        String text = tuxSuite.payload(uid) + " ".repeat(++told);
        String signature = tuxSuite.sign(text.getBytes(StandardCharsets.UTF_8));
        tell(door(), Json.createValue(text).toString(), SIGNATURE, signature, SECRET, secret());
    }

    void tellEarlyNews() {
        JsonObject now = tuxSuite.payload(uid);
        JsonObject before = Json.createObjectBuilder(now.getJsonObject("status"))
                .add("state", "running")
                .add("build_status", "building")
                .add("result", "unknown")
                .add("results", JsonObject.EMPTY_JSON_OBJECT)
                .build();
        String body =
                Json.createObjectBuilder(now).add("status", before).build().toString();
        tell(door(), body + " ".repeat(++told), SECRET, secret());
    }

    void tellNonsense() {
        tell(door(), "{\"kind\": \"%s\", %d".formatted(job, ++told), SECRET, secret());
    }

    private void tell(String path, String body, String... headers) {
        assertThat(stranger.post(path, body, headers).status()).isEqualTo(204);
    }

    void retry() {
        String ids = database.value(
                "select string_agg(id::text, ' ') from callback where state = 'QUARANTINED' and job_id::text = ?", job);
        for (String id : ids == null ? new String[0] : ids.split(" ")) {
            assertThat(api.post("/callbacks/" + id + "/retry", "").status()).isEqualTo(204);
        }
    }

    void cancel() {
        boolean over = !List.of("REQUESTED", "SUBMITTED").contains(state());
        assertThat(api.post("/jobs/" + job + "/cancel", "").status()).isEqualTo(over ? 409 : 202);
    }

    void poll() {
        due("SUBMITTED", "due_at = now()");
        beat.accept("reconcile jobs");
    }

    void pollInVain() {
        tuxSuite.script().onStatus().answerNext(Answer.unavailable(Duration.ZERO));
        poll();
        tuxSuite.script().onStatus().behave();
    }

    void timeOut() {
        due("SUBMITTED", "due_at = now(), attempts = 3");
        beat.accept("reconcile jobs");
    }

    void send() {
        due("REQUESTED", "due_at = now()");
        beat.accept("send jobs");
        awaitWork();
    }

    void apply() {
        beat.accept("apply callbacks");
    }

    void gather() {
        beat.accept("gather evidence");
    }

    private FinalState finalState() {
        List<String> names = new ArrayList<>(work().keySet());
        names.addAll(List.of(job, name));
        return FinalState.of(
                state(),
                database.count("select count(*) from submission where job_id::text = ?", job),
                database.value("select string_agg(document::text, ' ') from submission where job_id::text = ?", job),
                database.value(
                        """
                        select coalesce((select string_agg((to_jsonb(b) - '_timestamp')::text, ' ' order by id) from builds b
                                where position(? in id) > 0), '')
                            || coalesce((select string_agg((to_jsonb(t) - '_timestamp')::text, ' ' order by id) from tests t
                                where position(? in id) > 0), '')""",
                        reportedUid(),
                        reportedUid()),
                names);
    }

    int claims() {
        return database.count("select count(*) from claim where job_id::text = ?", job);
    }

    private int waiting() {
        return database.count("select count(*) from callback where due_at is not null");
    }

    private String reportedUid() {
        return String.valueOf(database.value("select runner_uid from job where id = ?", UUID.fromString(job)));
    }

    private String state() {
        return database.value("select state from job where id = ?", UUID.fromString(job));
    }

    private void due(String state, String change) {
        database.update("update job set " + change + " where id = ? and state = ?", UUID.fromString(job), state);
    }

    private String door() {
        return "/tuxsuite/callback/%s?job=%s".formatted(ending.door(), job);
    }

    private String secret() {
        return job + "." + database.value("select callback_secret from job where id = ?", UUID.fromString(job));
    }

    /** TuxSuite is through with all it was given, before anything else happens. */
    private Map<String, JsonObject> awaitWork() {
        await("TuxSuite is through")
                .atMost(PATIENCE)
                .until(() -> !work().isEmpty()
                        && work().values().stream()
                                .allMatch(one -> one.getString("state").equals("finished")));
        return work();
    }

    private Map<String, JsonObject> work() {
        Map<String, JsonObject> all = new HashMap<>(tuxSuite.builds());
        all.putAll(tuxSuite.tests());
        return all;
    }
}
