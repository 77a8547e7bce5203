package org.kcibridge.it.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.IntegrationTest;

/** News of tests by whatever door, too early, too often or about something else; the faults are those of kcidb.md, section 3. */
@IntegrationTest
class CallbacksOfTestsIT extends TestedKernel {

    /** Whichever path TuxSuite was told: what news are about is for them to tell. */
    @ParameterizedTest
    @ValueSource(strings = {"build", "boot", "test"})
    void takesNewsOfATestByAnyDoor(String door) {
        String job = finishedInSilence();
        String body = tuxSuite.payload(uid(job)).toString();

        assertThat(post("/tuxsuite/callback/" + door, body, SIGNATURE, sign(body)))
                .isEqualTo(204);

        assertThat(outcomes(job)).contains("boot=PASS").hasSize(4);
    }

    @Test
    void takesNewsOfABuildByTheDoorForTests() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        await("it is built")
                .atMost(PATIENCE)
                .until(() -> tuxSuite.builds().get(uid(job)).getString("state"), "finished"::equals);

        String body = tuxSuite.payload(uid(job)).toString();
        assertThat(post("/tuxsuite/callback/test", body, SIGNATURE, sign(body))).isEqualTo(204);

        awaitDelivery(job);
        assertThat(api.items("/builds")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"plan, test", "oebuild, boot", "brandnew, build"})
    void ignoresKindsItNeverAskedFor(String kind, String door) {
        String body = "{\"kind\":\"%s\",\"status\":{\"uid\":\"p1\"}}".formatted(kind);

        assertThat(post("/tuxsuite/callback/" + door, body, SIGNATURE, sign(body)))
                .isEqualTo(204);

        awaitCallback("IGNORED");
    }

    /** The secret of a job of tests is none for builds. */
    @Test
    void quarantinesNewsOfABuildUnderTheSecretOfATest() {
        String job = scheduleLong("ltp-smoke");
        String body = "{\"kind\":\"build\",\"status\":{\"uid\":\"%s\",\"state\":\"finished\",\"result\":\"pass\"}}"
                .formatted(uid(job));

        assertThat(post("/tuxsuite/callback/test?job=" + job, body, SECRET, secretOf(job)))
                .isEqualTo(204);

        awaitCallback("QUARANTINED");
        assertThat(database.value("select reason from callback")).contains("is a test");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
    }

    /** Faults 8 and 19: a callback that was quicker than the bridge met no row, and was a 500. */
    @Test
    void takesACallbackThatOvertakesTheAnswerToTheOrder() {
        tuxSuite.script().answerDelay(Duration.ofSeconds(2));

        String job = schedule("ltp-smoke");

        assertThat(outcomes(job)).contains("boot=PASS").hasSize(4);
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        assertThat(job(job).getString("runner_uid"))
                .isEqualTo(tuxSuite.tests().keySet().iterator().next());
        assertThat(tuxSuite.testOrders()).hasSize(1);
    }

    /** Faults 8 and 19. */
    @Test
    void parksNewsOfAnUnknownTestUntilItIsKnown() {
        String job = finishedInSilence();
        String uid = uid(job);
        String body = tuxSuite.payload(uid).toString();
        database.update("update job set runner_uid = 'not-yet-known' where id = ?", UUID.fromString(job));

        assertThat(post("/tuxsuite/callback/test", body, SIGNATURE, sign(body))).isEqualTo(204);
        awaitCallback("PARKED");
        database.update("update job set runner_uid = ? where id = ?", uid, UUID.fromString(job));
        database.clock().advance(Duration.ofMinutes(1));

        assertThat(outcomes(job)).hasSize(4);
        awaitCallback("APPLIED");
    }

    /** Fault 21: anybody could post a result. */
    @Test
    void turnsAwayWhatProvesNothing() {
        String job = finishedInSilence();
        String body = tuxSuite.payload(uid(job)).toString();

        for (String door : List.of("test", "boot", "build")) {
            assertThat(post("/tuxsuite/callback/" + door + "?job=" + job, body, SECRET, job + ".guessed"))
                    .as(door)
                    .isEqualTo(401);
            assertThat(post("/tuxsuite/callback/" + door, body, SIGNATURE, sign(body + " ")))
                    .as(door)
                    .isEqualTo(401);
        }
        assertThat(api.items("/callbacks")).isEmpty();
    }

    /** Fault 10: a repair that was always made broke legal bodies, and every signature. */
    @Test
    void repairsOnlyWhatIsBroken() {
        String job = finishedInSilence();
        JsonObject payload = tuxSuite.payload(uid(job));
        JsonObject status = Json.createObjectBuilder(payload.getJsonObject("status"))
                .add("status_message", "can't say \\' aloud")
                .build();
        String legal =
                Json.createObjectBuilder(payload).add("status", status).build().toString();
        String broken = legal.replace("can't", "can\\'t");

        assertThat(post("/tuxsuite/callback/test", broken, SIGNATURE, sign(broken)))
                .isEqualTo(204);

        assertThat(outcomes(job)).hasSize(4);
        assertThat(reported(job, "boot").toString()).contains("can't say");
    }

    @Test
    void triesAgainWhatAnOperatorWantsTriedAgain() {
        String job = finishedInSilence();
        String uid = uid(job);
        String body = tuxSuite.payload(uid).toString();
        database.update("update job set runner_uid = 'another' where id = ?", UUID.fromString(job));
        post("/tuxsuite/callback/test", body, SIGNATURE, sign(body));
        awaitCallback("PARKED");
        database.clock().advance(Duration.ofHours(25));
        awaitCallback("QUARANTINED");
        JsonObject callback = api.items("/callbacks").get(0);
        assertThat(callback.getString("state")).isEqualTo("QUARANTINED");
        assertThat(callback.getString("reason")).contains(uid);
        String path = "/callbacks/" + callback.getJsonNumber("id");

        database.update("update job set runner_uid = ? where id = ?", uid, UUID.fromString(job));
        assertThat(api.post(path + "/retry", "").status()).isEqualTo(204);

        assertThat(outcomes(job)).hasSize(4);
        assertThat(api.get(path).json().getString("state")).isEqualTo("APPLIED");
        assertThat(api.post(path + "/retry", "").status()).as("a second time").isEqualTo(409);
    }

    /** TuxSuite repeats the headers that came with an order, and in them our secret. */
    @Test
    void showsWhatCameButNoSecrets() {
        String job = scheduleLong("ltp-smoke");
        String body = "{\"kind\":\"plan\",\"status\":{\"callback_headers\":{\"%s\":\"%s\"}}}"
                .formatted(SECRET, secretOf(job));
        post("/tuxsuite/callback/test", body, SECRET, secretOf(job));
        awaitCallback("IGNORED");

        String shown = api.get("/callbacks/" + api.items("/callbacks").get(0).getJsonNumber("id") + "/body")
                .response()
                .body();

        assertThat(shown)
                .startsWith("{\"kind\":\"plan\"")
                .contains(job + ".***")
                .doesNotContain(secretOf(job));
    }

    /** A test that is over at TuxSuite, of which the bridge has not heard. */
    private String finishedInSilence() {
        tuxSuite.script().silent(true);
        String job = schedule("ltp-smoke");
        await("it has run")
                .atMost(PATIENCE)
                .until(() -> tuxSuite.tests().get(uid(job)).getString("state"), "finished"::equals);
        return job;
    }

    private int post(String path, String body, String header, String value) {
        return api.with(null).post(path, body, header, value).status();
    }

    private String sign(String body) {
        return tuxSuite.sign(body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitCallback(String state) {
        await("the callback is " + state)
                .atMost(PATIENCE)
                .until(() -> database.value("select state from callback"), state::equals);
    }
}
