package org.kcibridge.it.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** GitHub Actions as a runner: a workflow is dispatched and hands its results in under the job's id. */
@IntegrationTest
class GitHubRunnerIT extends TestedKernel {

    private static final Duration AFTER_DEADLINE = Duration.ofHours(7);

    @Test
    void hasAWorkflowRunThatKnowsAllItNeeds() {
        String job = scheduleAtGitHub("ltp-smoke", "kselftest-net");

        JsonObject inputs = gitHub.runs().get(0).inputs();
        assertThat(inputs.getString("job")).isEqualTo(job);
        assertThat(inputs.getString("bridge")).isEqualTo(api.server().toString());
        assertThat(inputs.getString("build_id")).isEqualTo(BUILD);
        assertThat(inputs.getString("kernel_image_url")).isEqualTo(KERNEL);
        assertThat(inputs.getString("modules_url")).isEmpty();
        assertThat(inputs.getString("tests")).isEqualTo("ltp-smoke kselftest-net");
        assertThat(inputs.getString("device")).isEqualTo("qemu-riscv64");
        assertThat(inputs.getString("architecture")).isEqualTo("riscv");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
        assertThat(job(job).getString("runner_uid")).isEqualTo(job);
    }

    @Test
    void reportsWhatTheWorkflowHandsIn() {
        String job = scheduleAtGitHub("ltp-smoke", "kselftest-net");

        Reply reply = handIn(job, BUILD, "boot/boot/pass", "ltp-smoke/access01/fail");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(outcomes(job)).containsExactlyInAnyOrder("boot=PASS", "ltp.access01=FAIL", "kselftest=MISS");
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        assertThat(reply.json().getString("submission_id"))
                .isEqualTo(submissionOf(job).getString("id"));
        assertThat(schedulesNothingNew("ltp-smoke")).as("it has been run").isTrue();
    }

    @Test
    void changesNothingWhenResultsAreHandedInAgain() {
        String job = scheduleAtGitHub("ltp-smoke");
        handIn(job, BUILD, "ltp-smoke/access01/pass");

        assertThat(handIn(job, BUILD, "ltp-smoke/access01/pass").status()).isEqualTo(200);
        assertThat(handIn(job, BUILD, "ltp-smoke/access01/fail").status()).isEqualTo(409);

        assertThat(api.items("/submissions")).hasSize(1);
    }

    /** All results of a job go out together: KCIDB would keep what came first, and show both. */
    @Test
    void takesNothingMoreOnceTheJobIsReported() {
        String job = scheduleAtGitHub("boot", "ltp-smoke");
        handIn(job, BUILD, "boot/boot/pass", "ltp-smoke/access01/pass");
        JsonObject before = job(job);

        Reply more = handIn(job, BUILD, "boot/boot/pass", "ltp-smoke/access02/fail");

        assertThat(more.status()).isEqualTo(409);
        assertThat(more.json().getJsonArray("errors").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("field", "tests[1]")
                        .add(
                                "message",
                                "riscv:github:%s_ltp-smoke_access02 is not among the results of job %s, which is FINISHED"
                                        .formatted(job, job))
                        .build());
        assertThat(job(job)).isEqualTo(before);
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
        assertThat(database.count("select count(*) from tests")).isEqualTo(2);
    }

    @Test
    void takesNothingForAJobThatIsLost() {
        String job = scheduleAtGitHub("ltp-smoke");
        database.update("update job set due_at = now(), attempts = 3");
        awaitJob(job, "LOST");

        assertThat(handIn(job, BUILD, "ltp-smoke/access01/pass").status()).isEqualTo(409);

        assertThat(outcomes(job)).containsExactly("boot=MISS", "ltp=MISS");
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    /** The order may have arrived and its answer got lost; what is refused then is only its repetition. */
    @Test
    void takesTheResultsOfAJobThatWasRejected() {
        gitHub.script().spoilNext(answer -> Answer.hangUp());
        String job = ask(atGitHub("ltp-smoke")).json().getString("id");
        gitHub.script().refuseNext(422, "no such ref");
        database.update("update job set due_at = now()");
        awaitJob(job, "REJECTED");

        handIn(job, BUILD, "ltp-smoke/access01/pass");

        assertThat(outcomes(job)).containsExactly("ltp.access01=PASS");
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
    }

    /** The same id goes along each time, so that the first results count whichever run they come from. */
    @Test
    void reportsOnceWhenTheAnswerToAnOrderIsLost() {
        gitHub.script().spoilNext(answer -> Answer.hangUp());
        String job = ask(atGitHub("ltp-smoke")).json().getString("id");
        assertThat(job(job).getString("state")).isEqualTo("REQUESTED");

        database.update("update job set due_at = now()");

        awaitJob(job, "SUBMITTED");
        assertThat(gitHub.runs()).hasSize(2).allMatch(run -> run.job().equals(job));
        assertThat(handIn(job, BUILD, "ltp-smoke/access01/pass").status()).isEqualTo(201);
        assertThat(handIn(job, BUILD, "ltp-smoke/access01/pass").status()).isEqualTo(200);
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    /** A lab calls a suite by its family where that is what it ran. */
    @Test
    void missesNothingThatIsHandedInUnderTheNameOfItsFamily() {
        String job = scheduleAtGitHub("ltp-smoke");

        handIn(job, BUILD, "ltp/access01/pass");

        assertThat(outcomes(job)).containsExactly("ltp.access01=PASS");
    }

    @Test
    void takesNoResultsOfAnotherBuildForThoseOfTheJob() {
        String job = scheduleAtGitHub("ltp-smoke");

        Reply reply = handIn(job, "maestro:another", "ltp-smoke/access01/pass");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().getString("detail")).contains(job).contains(BUILD);
        assertThat(api.items("/tests")).isEmpty();
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
    }

    /** TuxSuite's jobs end by its own word only. */
    @Test
    void letsNobodyHandInForOtherRunners() {
        String job = scheduleLong("ltp-smoke");

        handIn(job, BUILD, "ltp-smoke/access01/pass");

        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void reportsAsMissedWhatARunDidNotHandIn() {
        String job = scheduleAtGitHub("ltp-smoke");
        gitHub.end(job, "timed_out");

        database.clock().advance(AFTER_DEADLINE);

        assertThat(outcomes(job)).containsExactlyInAnyOrder("boot=MISS", "ltp=MISS");
        assertThat(reported(job, "ltp").getString("comment")).contains("timed_out");
    }

    @Test
    void waitsForARunThatIsNotOver() {
        String job = scheduleAtGitHub("ltp-smoke");

        database.clock().advance(AFTER_DEADLINE);
        gitHub.awaitRequest("GET", "/runs");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");

        handIn(job, BUILD, "ltp-smoke/access01/pass");
        assertThat(outcomes(job)).containsExactly("ltp.access01=PASS");
    }

    @Test
    void losesAJobOfWhichGitHubKnowsNothing() {
        String job = scheduleAtGitHub("ltp-smoke");
        gitHub.clear();

        await("it has been asked about often enough").atMost(PATIENCE).until(() -> {
            database.clock().advance(AFTER_DEADLINE);
            return job(job).getString("state").equals("LOST");
        });
        assertThat(outcomes(job)).containsExactlyInAnyOrder("boot=MISS", "ltp=MISS");
        assertThat(schedulesNothingNew("ltp-smoke")).as("it may be run again").isFalse();
    }

    @Test
    void tellsWhyGitHubRefuses() {
        gitHub.script().refuseNext(422, "Workflow does not have 'workflow_dispatch' trigger");

        Reply reply = ask(atGitHub("ltp-smoke"));

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().getString("detail"))
                .contains("GitHub answered 422")
                .contains("workflow_dispatch");
        assertThat(schedulesNothingNew("ltp-smoke")).isFalse();
    }

    @Test
    void dispatchesAgainWhenGitHubWasAway() {
        gitHub.script().answerNext(Answer.text(503, "in trouble"));
        String job = ask(atGitHub("ltp-smoke")).json().getString("id");
        assertThat(job(job).getString("state")).isEqualTo("REQUESTED");

        database.clock().advance(Duration.ofMinutes(1));

        awaitJob(job, "SUBMITTED");
        assertThat(gitHub.runs()).hasSize(1);
    }

    @Test
    void buildsNoKernels() {
        Reply reply = api.build(Map.of("runner", "github"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("field", "runner")
                        .add("message", "runner 'github' takes no builds, those that do are: tuxsuite")
                        .build());
        assertThat(api.items("/jobs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, X-Any, any", "403, Retry-After, 60", "403, X-RateLimit-Remaining, 0"})
    void comesBackLaterWhenGitHubHasHadEnough(int status, String header, String value) {
        gitHub.script().answerNext(Answer.text(status, "later").with(header, value));

        String job = ask(atGitHub("ltp-smoke")).json().getString("id");

        assertThat(job(job).getString("state")).isEqualTo("REQUESTED");
    }

    /** A token of an app may be taken back before its time. */
    @Test
    void getsAnotherTokenWhenItsOwnIsNotTakenAnyMore() {
        scheduleAtGitHub("kselftest-net");
        gitHub.script().refuseNext(401, "Bad credentials");

        Reply reply = ask(atGitHub("ltp-smoke"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void stopsTheRunOfAJobThatIsCancelled() {
        String job = scheduleAtGitHub("ltp-smoke");

        assertThat(api.post("/jobs/" + job + "/cancel", "").status()).isEqualTo(202);
        await("what came of it is asked for").atMost(PATIENCE).until(() -> {
            database.clock().advance(Duration.ofMinutes(2));
            return job(job).getString("state").equals("FINISHED");
        });
        assertThat(outcomes(job)).containsExactlyInAnyOrder("boot=MISS", "ltp=MISS");
        assertThat(gitHub.runs().get(0).conclusion()).isEqualTo("cancelled");
    }

    private static JsonObject atGitHub(String... tests) {
        return with(request(tests), "runner", "github");
    }

    private String scheduleAtGitHub(String... tests) {
        String job = ask(atGitHub(tests)).json().getString("id");
        awaitJob(job, "SUBMITTED");
        return job;
    }

    private boolean schedulesNothingNew(String test) {
        return ask(atGitHub(test)).status() == 204;
    }

    /** @param cases each as {@code suite/case/result} */
    private Reply handIn(String job, String build, String... cases) {
        JsonArrayBuilder tests = Json.createArrayBuilder();
        for (String one : cases) {
            String[] parts = one.split("/");
            tests.add(Json.createObjectBuilder()
                    .add("test_collection", parts[0])
                    .add("test_name", parts[1])
                    .add("result", parts[2]));
        }
        JsonObject results = Json.createObjectBuilder()
                .add("test_uid", job)
                .add("build_id", build)
                .add("device", "qemu-riscv64")
                .add("runtime", "github")
                .add("tests", tests)
                .build();
        return as("submitter").post("/tests/submit", results.toString(), "Prefer", "return=representation");
    }
}
