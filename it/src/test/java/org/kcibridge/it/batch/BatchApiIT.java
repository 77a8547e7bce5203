package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.kind.IntegrationTest;

/** What one can do with batch jobs over REST. */
@IntegrationTest
class BatchApiIT extends BatchTest {

    @Test
    void tellsWhichJobsThereAre() {
        try (var reader = Json.createReader(
                new StringReader(api.get("/batch/jobs").response().body()))) {
            List<JsonObject> jobs = reader.readArray().getValuesAs(JsonObject.class);

            assertThat(jobs)
                    .extracting(job -> job.getString("name"))
                    .containsExactly(
                            "kcidb-resubmission",
                            "reconcile-jobs",
                            "prune",
                            "seed-test-data",
                            "import-kcidb",
                            "migrate-fastapi",
                            "rebuild-aggregates");
            assertThat(jobs.get(2).getJsonArray("parameters").getJsonObject(0))
                    .isEqualTo(Json.createObjectBuilder()
                            .add("name", "olderThan")
                            .add("values", "a positive ISO-8601 duration such as P90D")
                            .add("by_default", "P90D")
                            .add("meaning", "how old it has to be")
                            .build());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kcidb-resubmission, kind, everything, 'must be builds, tests or all'",
        "kcidb-resubmission, since, yesterday, must be an ISO-8601 time",
        "kcidb-resubmission, since, 2026-13-01T00:00:00Z, must be an ISO-8601 time",
        "kcidb-resubmission, dryRun, maybe, must be true or false",
        "prune, olderThan, 90 days, must be a positive ISO-8601 duration",
        "migrate-fastapi, schema, 'old; drop schema public', 'must be a schema\'\'s name, of a-z, 0-9 and _'",
        "prune, olderThan, P-1D, must be a positive ISO-8601 duration",
        "reconcile-jobs, kind, builds, 'is not known; there are runner, olderThan'"
    })
    void namesTheParameterThatIsWrong(String job, String name, String value, String message) {
        Reply reply = start(job, Map.of(name, value));

        assertThat(reply.status()).isEqualTo(422);
        JsonObject error = reply.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo("parameters." + name);
        assertThat(error.getString("message")).startsWith(message);
        assertThat(api.items("/batch/executions")).isEmpty();
    }

    @Test
    void knowsNoOtherJobs() {
        Reply reply = start("prune-everything", Map.of());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("detail")).isEqualTo("batch job prune-everything not found");
    }

    @Test
    void tellsWhatAnExecutionWasToldAndDid() {
        int id = run("prune", Map.of("dryRun", "true")).getInt("id");

        JsonObject execution = execution(id);

        assertThat(execution.getJsonObject("parameters").getString("dryRun")).isEqualTo("true");
        assertThat(execution.getBoolean("running")).isFalse();
        assertThat(execution.getJsonArray("steps").getValuesAs(JsonObject.class))
                .hasSize(8)
                .allMatch(step -> step.getString("state").equals("COMPLETED"));
        assertThat(api.items("/batch/executions?job=prune"))
                .extracting(one -> one.getInt("id"))
                .containsExactly(id);
        assertThat(api.items("/batch/executions?job=reconcile-jobs")).isEmpty();
    }

    @Test
    void letsOperatorsOnlyStartThem() {
        for (BatchJob job : BatchJob.values()) {
            assertThat(as("submitter")
                            .post("/batch/jobs/" + job.key() + "/start", "{}")
                            .status())
                    .isEqualTo(403);
        }
    }
}
