package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.IntegrationTest;

/** What KCIDB has not taken is sent again: all of it, or what an operator means. */
@IntegrationTest
class ResubmissionIT extends BatchTest {

    private static final String JOB = "kcidb-resubmission";

    /** The locks by which nodes see what lives: the letters KCIB and KCIJ. */
    private static final int EXECUTION = 0x4b434942;

    private static final int INSTANCE = 0x4b43494a;

    private static final String HOLDERS =
            "from pg_locks where locktype = 'advisory' and classid::bigint = ? and objid::bigint = ?";

    @Test
    void sendsEverythingAgainThatIsStuck() {
        dead(700);

        JsonObject execution = run(JOB, Map.of());

        assertThat(execution.getString("state")).isEqualTo("COMPLETED");
        assertThat(execution.getString("exit_status")).isEqualTo("700 submissions are sent again");
        assertThat(execution.getJsonObject("done").getInt("submissions are sent again"))
                .isEqualTo(700);
        await().atMost(PATIENCE).until(() -> count("CONFIRMED") == 700);
    }

    @Test
    void saysThatThereIsNothingToDo() {
        assertThat(run(JOB, Map.of()).getString("exit_status")).isEqualTo("nothing to do");
    }

    @Test
    void countsOnlyInADryRun() {
        dead(5);

        assertThat(run(JOB, Map.of("dryRun", "true")).getString("exit_status"))
                .isEqualTo("5 submissions would be sent again");
        assertThat(count("DEAD")).isEqualTo(5);
    }

    @Test
    void sendsOnlyWhatIsMeant() {
        String builds = stuck("builds", "riscv", "2026-01-01T00:00:00Z");
        String tests = stuck("tests", "riscv", "2026-01-01T00:00:00Z");
        String newer = stuck("tests", "riscv", "2026-01-03T00:00:00Z");
        String others = stuck("tests", "linaro", "2026-01-03T00:00:00Z");

        run(JOB, Map.of("kind", "tests", "since", "2026-01-02T00:00:00Z", "origin", "riscv"));
        assertThat(dead()).containsExactlyInAnyOrder(builds, tests, others);

        run(JOB, Map.of("kind", "builds"));
        assertThat(dead()).containsExactlyInAnyOrder(tests, others);

        run(JOB, Map.of("origin", "linaro"));
        assertThat(dead()).containsExactly(tests);
    }

    /** For clients of the service that was before. */
    @Test
    void sendsBuildsOrResultsForThoseWhoOnlyKnowSync() {
        String builds = stuck("builds", "riscv", "2026-01-01T00:00:00Z");
        stuck("tests", "riscv", "2026-01-01T00:00:00Z");

        Reply reply = as("submitter").post("/sync/results", "");

        assertThat(reply.status()).isEqualTo(204);
        int execution = id(reply);
        assertThat(awaitEnd(execution).getString("exit_status")).isEqualTo("1 submissions are sent again");
        assertThat(dead()).containsExactly(builds);
    }

    @Test
    void isBegunOnceHoweverManyAskForItAtTheSameTime() {
        dead(3);
        List<Integer> executions;
        try (OpenTransaction holder = holdSubmissions()) {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.post("/sync/builds", "")))
                    .toList();
            executions = replies.stream()
                    .map(CompletableFuture::join)
                    .map(ResubmissionIT::id)
                    .distinct()
                    .toList();
        }

        assertThat(executions).hasSize(1);
        assertThat(awaitEnd(executions.get(0)).getString("exit_status")).isEqualTo("3 submissions are sent again");
        assertThat(id(api.post("/sync/builds", ""))).as("once it is over").isNotEqualTo(executions.get(0));
    }

    @Test
    void goesOnFromWhereItWasStopped() {
        int id = stopped();

        Reply restarted = api.post("/batch/executions/" + id + "/restart", "");
        assertThat(restarted.status()).isEqualTo(201);
        JsonObject done = awaitEnd(restarted.json().getInt("id"));

        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getJsonObject("done").getInt("submissions are sent again"))
                .isEqualTo(600);
        assertThat(count("DEAD")).isZero();
    }

    @Test
    void isNotRestartedWhenItIsDone() {
        int id = run(JOB, Map.of()).getInt("id");

        Reply reply = api.post("/batch/executions/" + id + "/restart", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().getString("detail")).contains("execution " + id);
        assertThat(api.post("/batch/executions/" + id + "/stop", "").status()).isEqualTo(409);
    }

    /** JBeret knows of its own node only, and believes that what others do is dead. */
    @Test
    void isNotRestartedWhileAnotherNodeIsAtWorkOnIt() throws SQLException {
        int id = stopped();
        try (Connection node = database.worker().connect();
                var lock = node.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, INSTANCE);
            lock.setInt(2, instance(id));
            lock.execute();

            Reply restarted = api.post("/batch/executions/" + id + "/restart", "");

            JsonObject refused = awaitEnd(restarted.json().getInt("id"));
            assertThat(refused.getString("state")).isEqualTo("FAILED");
            assertThat(refused.getString("exit_status")).isEqualTo("another node is at work on it");
        }
        assertThat(count("DEAD")).isPositive();
    }

    @Test
    void isRestartedOnce() {
        int id = stopped();
        int next = api.post("/batch/executions/" + id + "/restart", "").json().getInt("id");
        awaitEnd(next);

        Reply again = api.post("/batch/executions/" + id + "/restart", "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().getString("detail"))
                .isEqualTo("execution %d was restarted already, as %d".formatted(id, next));
    }

    /** The node lives, and so does the job; only the connection by which others see that is gone. */
    @Test
    void goesOnWhenItsConnectionIsCut() {
        dead(3);
        int id;
        try (OpenTransaction holder = holdSubmissions()) {
            id = start(JOB, Map.of()).json().getInt("id");
            awaitWaiting();
            assertThat(database.count("select count(pg_terminate_backend(pid)) " + HOLDERS, EXECUTION, id))
                    .isEqualTo(1);
            await("others see it again")
                    .atMost(PATIENCE)
                    .until(() -> database.count("select count(*) " + HOLDERS, EXECUTION, id) == 1);
            assertThat(execution(id).getString("state")).isEqualTo("STARTED");
        }

        assertThat(awaitEnd(id).getString("state")).isEqualTo("COMPLETED");
    }

    /** Whoever joined it would wait for ever. */
    @Test
    void isBegunAnewWhenTheOneBeforeDied() {
        String died = given.batchExecution()
                .with(
                        "jobinstanceid",
                        given.batchInstance().with("jobname", JOB).create().text("jobinstanceid"))
                .with("batchstatus", "STARTED")
                .with("endtime", null)
                .create()
                .text("jobexecutionid");

        assertThat(run(JOB, Map.of()).getJsonNumber("id").toString()).isNotEqualTo(died);

        await("it is said that it died").atMost(PATIENCE).until(() -> api.get("/batch/executions/" + died)
                .json()
                .getString("state")
                .equals("FAILED"));
        assertThat(api.get("/batch/executions/" + died).json().getString("exit_status"))
                .isEqualTo("its node died; restart it to go on");
    }

    /** The job, stopped in the middle of its work. */
    private int stopped() {
        dead(600);
        int id;
        try (OpenTransaction holder = holdSubmissions()) {
            id = start(JOB, Map.of()).json().getInt("id");
            awaitWaiting();
            assertThat(api.post("/batch/executions/" + id + "/stop", "").status())
                    .isEqualTo(202);
        }
        assertThat(awaitEnd(id).getString("state")).isEqualTo("STOPPED");
        assertThat(count("DEAD")).isPositive();
        return id;
    }

    private void awaitWaiting() {
        await("it waits for us")
                .atMost(PATIENCE)
                .until(() -> database.count(
                                "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'",
                                database.worker().name())
                        > 0);
    }

    private int instance(int execution) {
        return database.count("select jobinstanceid from jberet.job_execution where jobexecutionid = ?", execution);
    }

    private static int id(Reply reply) {
        String location = reply.header("Location");
        return Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
    }

    private List<String> dead() {
        return List.of(
                database.value("select coalesce(string_agg(id::text, ' '), '') from submission where state = 'DEAD'")
                        .split(" "));
    }

    private String stuck(String kind, String origin, String createdAt) {
        JsonObject object = Json.createObjectBuilder()
                .add("id", UniqueId.of(origin + ":object"))
                .add("origin", origin)
                .add(kind.equals("tests") ? "build_id" : "checkout_id", "riscv:nobody")
                .add("status", "PASS")
                .add("misc", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        return given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null)
                .with("created_at", createdAt)
                .with(
                        "document",
                        Json.createObjectBuilder()
                                .add(
                                        "version",
                                        Json.createObjectBuilder()
                                                .add("major", 5)
                                                .add("minor", 3))
                                .add(kind, Json.createArrayBuilder().add(object))
                                .build())
                .create()
                .id();
    }
}
