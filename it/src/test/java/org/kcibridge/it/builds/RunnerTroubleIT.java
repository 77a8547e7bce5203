package org.kcibridge.it.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** What happens to a request when TuxSuite refuses, is away, is slow, or never calls back. */
@IntegrationTest
class RunnerTroubleIT extends BridgeTest {

    @Test
    void passesARefusalOnAndReleasesTheClaim() {
        tuxSuite.script().refuseNext(400, "no such toolchain: gcc-14");

        Reply refused = api.build(Map.of());

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().getString("detail")).contains("no such toolchain: gcc-14");
        assertThat(api.items("/jobs")).extracting(job -> job.getString("state")).containsExactly("REJECTED");
        assertThat(api.build(Map.of()).status()).as("asked again").isEqualTo(201);
        assertThat(api.items("/jobs")).hasSize(2);
    }

    @Test
    void keepsAJobWhileTheRunnerIsAway() {
        tuxSuite.script().answerNext(Answer.unavailable(Duration.ZERO));

        Reply taken = api.build(Map.of());

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().getString("state")).isEqualTo("REQUESTED");
        database.update("update job set due_at = now()");
        awaitSubmission(taken.json().getString("id"), "CONFIRMED");
    }

    /** The order arrived and its answer got lost: two builds run under one token, and one is reported. */
    @Test
    void reportsOneBuildWhenTheAnswerToAnOrderIsLost() {
        tuxSuite.script().answerDelay(Duration.ofSeconds(8)).silent(true);
        int before = tuxSuite.orders().size();
        String job = scheduleBuild(Map.of());
        assertThat(job(job).getString("state")).isEqualTo("REQUESTED");

        tuxSuite.script().reset();
        database.update("update job set due_at = now()");

        awaitDelivery(job);
        assertThat(tuxSuite.orders()).hasSize(before + 2);
        String first = tuxSuite.builds().entrySet().stream()
                .filter(build -> build.getValue().getString("client_token").equals(job))
                .map(Map.Entry::getKey)
                .filter(uid -> !uid.equals(job(job).getString("runner_uid")))
                .findFirst()
                .orElseThrow();
        assertThat(tuxSuite.sendCallback(first)).isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback where due_at is not null") == 0);
        assertThat(api.items("/builds")).hasSize(1);
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void makesOneJobOfAHundredEqualRequests() throws Exception {
        tuxSuite.script().silent(true);
        int before = tuxSuite.orders().size();
        var threads = Executors.newFixedThreadPool(20);
        try {
            Callable<String> request = () -> scheduleBuild(Map.of());
            var jobs = threads
                    .invokeAll(IntStream.range(0, 100).mapToObj(i -> request).toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .collect(Collectors.toSet());

            assertThat(jobs).hasSize(1);
            assertThat(api.items("/jobs")).hasSize(1);
            assertThat(tuxSuite.orders()).hasSize(before + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "[{}]", "[{\"uid\":\"\"}]", "[{\"uid\":7}]"})
    void keepsAJobWhoseOrderIsAnsweredWithNonsense(String answer) {
        tuxSuite.script().answerNext(Answer.text(200, answer));

        Reply taken = api.build(Map.of());

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().getString("state")).isEqualTo("REQUESTED");
        assertThat(taken.json().getString("last_error")).startsWith("TuxSuite's answer");
    }

    /** One build cannot be two jobs: the order is given again. */
    @Test
    void keepsAJobWhoseOrderIsAnsweredWithTheIdOfAnother() {
        tuxSuite.script().silent(true);
        String uid = uidOf(scheduleBuild(Map.of()));
        tuxSuite.script().answerNext(Answer.text(200, "[{\"uid\":\"%s\"}]".formatted(uid)));

        Reply taken = api.build(Map.of("branch", "other"));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().getString("state")).isEqualTo("REQUESTED");
        assertThat(taken.json().getString("last_error"))
                .isEqualTo("the runner answered with the id of another job: " + uid);
    }

    @Test
    void quotesNoSecretsAndNoControlCharacters() {
        tuxSuite.script().refuseNext(400, "bad\u0000 token\n tuxsuite-token");

        Reply refused = api.build(Map.of());

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.json().getString("detail")).endsWith("bad token (our token)");
    }

    @Test
    void buildsTheSameBranchAgainOnceTheFirstBuildIsDone() {
        String first = scheduleBuild(Map.of());
        awaitJob(first, "FINISHED");

        assertThat(scheduleBuild(Map.of())).isNotEqualTo(first);
    }

    @Test
    void asksARunnerThatStaysSilent() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        await().atMost(PATIENCE)
                .until(
                        () -> tuxSuite.builds()
                                .get(job(job).getString("runner_uid"))
                                .getString("state"),
                        "finished"::equals);

        database.update("update job set due_at = now()");

        awaitDelivery(job);
        assertThat(database.value("select proof from callback")).isEqualTo("ASKED");
        assertThat(api.items("/builds"))
                .extracting(build -> build.getString("status"))
                .containsExactly("PASS");
    }

    @Test
    void reportsAnErrorOnceWhenTheRunnerNeverTells() {
        tuxSuite.script().buildTime(Duration.ofHours(1));
        String job = scheduleBuild(Map.of());

        database.update("update job set due_at = now(), attempts = 3");

        awaitDelivery(job);
        assertThat(job(job).getString("state")).isEqualTo("LOST");
        assertThat(api.items("/builds"))
                .extracting(build -> build.getString("status"))
                .containsExactly("ERROR");
    }

    /** The first order arrived although its answer got lost; TuxSuite refuses only the repetition. */
    @Test
    void takesTheResultOfAnOrderWhoseRepetitionWasRefused() {
        tuxSuite.script().answerDelay(Duration.ofSeconds(8)).silent(true);
        String job = scheduleBuild(Map.of());
        tuxSuite.script().reset().refuseNext(400, "this token was used before");
        database.update("update job set due_at = now()");
        awaitJob(job, "REJECTED");

        assertThat(tuxSuite.sendCallback(uidOf(job))).isEqualTo(204);

        awaitDelivery(job);
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
    }

    @Test
    void losesNoJobWhoseNewsLieInTheInbox() {
        tuxSuite.script().buildTime(Duration.ofHours(1));
        String job = scheduleBuild(Map.of());
        given.callback()
                .with("job_id", job)
                .with("state", "QUARANTINED")
                .with("due_at", null)
                .create();

        database.update("update job set due_at = now(), attempts = 3");

        await().atMost(PATIENCE).until(() -> job(job).getString("last_error", ""), error -> error.contains("inbox"));
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
        assertThat(api.items("/builds")).isEmpty();
    }

    /** The id under which the stand-in builds it, which the bridge need not have heard. */
    private String uidOf(String job) {
        return tuxSuite.builds().entrySet().stream()
                .filter(build -> build.getValue().getString("client_token").equals(job))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
