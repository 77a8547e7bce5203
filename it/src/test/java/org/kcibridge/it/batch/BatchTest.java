package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.it.container.ServerThreads;

/** What tests of batch jobs begin with. */
abstract class BatchTest extends BridgeTest {

    /** Starts a job as an operator does, and waits for its end. */
    JsonObject run(String job, Map<String, String> parameters) {
        Reply reply = start(job, parameters);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(201);
        return awaitEnd(reply.json().getInt("id"));
    }

    Reply start(String job, Map<String, String> parameters) {
        var given = Json.createObjectBuilder();
        parameters.forEach(given::add);
        return api.post(
                "/batch/jobs/" + job + "/start",
                Json.createObjectBuilder().add("parameters", given).build().toString());
    }

    JsonObject execution(int id) {
        return api.get("/batch/executions/" + id).json();
    }

    JsonObject awaitEnd(int id) {
        try {
            await("execution " + id + " has ended").atMost(PATIENCE).until(() -> execution(id)
                    .containsKey("ended_at"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "execution %d has not ended: %s%nin PostgreSQL:%n%s%nin the server:%n%s"
                            .formatted(id, execution(id), database.activity(), ServerThreads.named("Batch Thread")),
                    late);
        }
        return execution(id);
    }

    /** Keeps everybody from changing submissions, as long as it is open. */
    OpenTransaction holdSubmissions() {
        return database.begin("select id from submission for update");
    }

    /** Submissions that were given up on. */
    void dead(int submissions) {
        given.bulk(submissions, i -> given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null));
    }

    int count(String state) {
        return database.count("select count(*) from submission where state = ?", state);
    }
}
