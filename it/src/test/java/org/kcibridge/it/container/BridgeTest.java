package org.kcibridge.it.container;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/** What tests of the deployed bridge begin with: an empty database, stand-ins that behave, and a client. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class BridgeTest {

    /** More than the bridge ever needs for anything here; tests wait for events, so it only bounds failures. */
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final Bench bench = Bench.get();
    protected final ApiClient api = bench.api();
    protected final Database database = bench.database();
    protected final TuxSuiteStandIn tuxSuite = bench.tuxSuite();
    protected final KcidbStandIn kcidb = bench.kcidb();

    @BeforeEach
    void beginAnew() {
        tuxSuite.script().reset();
        kcidb.script().reset();
        database.clear();
        kcidb.clear();
    }

    /** Schedules a build that the bridge takes, and returns the id of its job. */
    protected String scheduleBuild(Map<String, String> fields) {
        return api.build(fields).json().getString("id");
    }

    protected JsonObject job(String id) {
        return api.get("/jobs/" + id).json();
    }

    protected void awaitJob(String id, String state) {
        await("job " + id + " is " + state).atMost(PATIENCE).until(() -> job(id).getString("state"), state::equals);
    }

    protected JsonObject submissionOf(String job) {
        return api.items("/submissions").stream()
                .filter(submission -> job.equals(submission.getString("job_id", null)))
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** KCIDB has the report; whether it has processed it is asked only seconds later. */
    protected void awaitDelivery(String job) {
        await("the report of job " + job + " is delivered").atMost(PATIENCE).until(() -> submissionOf(job)
                .getBoolean("delivered", false));
    }

    protected void awaitSubmission(String job, String state) {
        await("the report of job " + job + " is " + state)
                .atMost(PATIENCE)
                .until(() -> submissionOf(job).getString("state", ""), state::equals);
    }
}
