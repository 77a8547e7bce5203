package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.SlowTest;

/** The bridge ends in the middle of a batch job: that is said, and the job goes on from where it was. */
@SlowTest
class InterruptedBatchIT extends CrashTest {

    private static final int STUCK = 900;

    @AfterEach
    void forgetBatchJobs() {
        flow.bridge.start();
        flow.database.update("delete from jberet.job_instance");
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterItsNodeEnded(End end) {
        int id = interrupt(() -> end.of(flow.bridge));
        assertThat(sentAgain()).isLessThan(STUCK);

        flow.bridge.start();
        assertThat(awaitEnd(id).getString("state")).isIn("FAILED", "STOPPED");
        Reply restarted = flow.bridge.api().post("/batch/executions/" + id + "/restart", "");
        assertThat(restarted.status()).as(restarted.response().body()).isEqualTo(201);

        assertThat(awaitEnd(restarted.json().getInt("id")).getString("state")).isEqualTo("COMPLETED");
        await("all is confirmed")
                .atMost(Flow.PATIENCE)
                .until(() -> flow.database.count("select count(*) from submission where state = 'CONFIRMED'") == STUCK);
    }

    /** Another node must not take what lives for dead; but whoever balances load does not know where a job runs. */
    @Test
    void isStoppedButNotRestartedFromAnotherNode() {
        try (CrashingBridge other = new CrashingBridge(Bench.get(), "crash-second", Map.of())) {
            int id = interrupt(() -> {
                other.start();
                assertThat(execution(id()).getString("state")).isEqualTo("STARTED");
                assertThat(other.api().post("/sync/builds", "").header("Location"))
                        .as("it is joined there")
                        .endsWith("/" + id());
                Reply restarted = other.api().post("/batch/executions/" + id() + "/restart", "");
                assertThat(restarted.status()).isEqualTo(409);
                assertThat(restarted.json().getString("detail"))
                        .isEqualTo("execution %d is STARTED; only one that is FAILED or STOPPED can be restarted"
                                .formatted(id()));
                assertThat(other.api()
                                .post("/batch/executions/" + id() + "/stop", "")
                                .status())
                        .isEqualTo(202);
            });

            assertThat(awaitEnd(id).getString("state")).isEqualTo("STOPPED");
            assertThat(sentAgain()).isLessThan(STUCK);
        }
    }

    /** Does something while the job waits for us, some of its work done. @return its execution */
    private static int interrupt(Runnable deed) {
        Given given = new Given(flow.database);
        given.bulk(STUCK, i -> given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null));
        try (OpenTransaction holder =
                flow.database.begin("select id from submission order by id desc limit 300 for update")) {
            start();
            await("it has begun, and waits").atMost(Flow.PATIENCE).until(() -> sentAgain() > 0 && waiting() > 0);
            deed.run();
        }
        return id();
    }

    private static void start() {
        Reply reply = flow.bridge.api().post("/sync/builds", "");
        assertThat(reply.status()).isEqualTo(204);
    }

    private static int id() {
        return flow.database.count("select max(jobexecutionid) from jberet.job_execution");
    }

    private static int sentAgain() {
        return flow.database.count("select coalesce(sum(amount), 0) from batch_tally");
    }

    private static int waiting() {
        return flow.database.count(
                "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'",
                flow.database.worker().name());
    }

    private static JsonObject execution(int id) {
        return flow.bridge.api().get("/batch/executions/" + id).json();
    }

    private static JsonObject awaitEnd(int id) {
        await("execution " + id + " is over").atMost(Flow.PATIENCE).until(() -> execution(id)
                .containsKey("ended_at"));
        return execution(id);
    }
}
