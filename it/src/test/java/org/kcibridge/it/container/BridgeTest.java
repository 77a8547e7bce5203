package org.kcibridge.it.container;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.builders.Composites;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.standin.GitHubStandIn;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/**
 * What tests of the deployed bridge begin with: a database as it is after the installation, stand-ins that behave, and a
 * client. They have a bridge of their own and can do with it what they like.
 */
@ExtendWith(Composites.class)
public abstract class BridgeTest extends ApiTest {

    /** More than the bridge ever needs for anything here; tests wait for events, so it only bounds failures. */
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final Bench bench = Bench.get();
    protected final Database database = bench.database();
    protected final Given given = new Given(database);
    protected final TuxSuiteStandIn tuxSuite = bench.tuxSuite();
    protected final KcidbStandIn kcidb = bench.kcidb();
    protected final GitHubStandIn gitHub = bench.gitHub();

    /** A client with a token of its own that has this role. */
    protected ApiClient as(String role) {
        String token = UniqueId.of("kcib");
        given.token(role, token).create();
        return api.with(token);
    }

    /** Schedules a build that the bridge takes, and returns the id of its job. */
    protected String scheduleBuild(Map<String, String> fields) {
        return api.build(fields).json().getString("id");
    }

    /** From now on the bridge does nothing by itself, until the test is over. */
    protected void standStill() {
        bench.bridge().pause();
    }

    /** Lets a bridge that stands still do one of its chores once; they are named as in the log. */
    protected void beat(String chore) {
        bench.bridge().beat(chore);
    }

    /** What the server's threads have allocated since they began, in bytes; it grows while somebody does something. */
    protected Map<String, Long> allocatedBytes() {
        return bench.bridge().allocatedBytes();
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
