package org.kcibridge.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** What becomes of a report when KCIDB is away, refuses it, refuses us, or fails later. */
@IntegrationTest
class DeliveryIT extends BridgeTest {

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void triesAgainWhileKcidbIsInTrouble(int status) {
        kcidb.script().answerNext(Answer.text(status, "in trouble"));

        String job = scheduleBuild(Map.of());
        passThePauseAfterAttempt(1, job);

        awaitDelivery(job);
        assertThat(submissionOf(job).getInt("attempts")).isEqualTo(1);
        assertThat(submissionOf(job).containsKey("last_error")).isFalse();
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheConnectionEndsOrTheAnswerMakesNoSense() {
        kcidb.script().answerNext(Answer.hangUp(), Answer.text(200, "<html>welcome</html>"));

        String job = scheduleBuild(Map.of());
        passThePauseAfterAttempt(1, job);
        passThePauseAfterAttempt(2, job);

        awaitDelivery(job);
        assertThat(submissionOf(job).getInt("attempts")).isEqualTo(2);
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheAnswerIsEmpty() {
        kcidb.script().answerNext(Answer.empty(200), Answer.empty(204), Answer.empty(503));

        String job = scheduleBuild(Map.of());
        passThePauseAfterAttempt(1, job);
        passThePauseAfterAttempt(2, job);
        passThePauseAfterAttempt(3, job);

        awaitDelivery(job);
        assertThat(submissionOf(job).getInt("attempts")).isEqualTo(3);
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void setsAsideWhatKcidbRefuses() {
        kcidb.script().answerNext(Answer.text(400, "{\"id\":\"0\",\"status\":\"error\",\"message\":\"Invalid JSON\"}"));

        String job = scheduleBuild(Map.of());

        awaitSubmission(job, "DEAD");
        assertThat(submissionOf(job).getString("last_error")).contains("400").contains("Invalid JSON");
    }

    @Test
    void sendsAgainWithTheSameIdsWhatKcidbFailedToProcess() {
        kcidb.script().failNext(1);
        String job = scheduleBuild(Map.of());
        awaitSubmission(job, "RETRY");

        database.update("update submission set due_at = now()");

        awaitSubmission(job, "CONFIRMED");
        assertThat(kcidb.documents()).hasSize(2);
        assertThat(kcidb.documents().get(1).content())
                .isEqualTo(kcidb.documents().get(0).content());
    }

    @Test
    void neverSendsWhatViolatesTheSchema() {
        kcidb.script().answerNext(Answer.text(500, "in trouble"));
        String job = scheduleBuild(Map.of());
        awaitSubmission(job, "RETRY");
        int posts = kcidb.posts();

        database.update("update submission set document = jsonb_set(document, '{builds,0,architecture}', '\"x86-64\"'),"
                + " due_at = now()");

        awaitSubmission(job, "DEAD");
        assertThat(submissionOf(job).getString("last_error")).contains("/builds/0/architecture");
        assertThat(kcidb.posts()).isEqualTo(posts);
    }

    /**
     * One of two reports is refused by KCIDB for a reason our schema does not know: the other one gets through. They leave
     * together because nothing is sent before both are there.
     */
    @Test
    void findsTheOffenderInABatch() {
        standStill();
        String first = scheduleBuild(Map.of("branch", "first"));
        String second = scheduleBuild(Map.of("branch", "second"));
        await("both are called back")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback") == 2);
        beat("apply callbacks");
        kcidb.script().answerNext(2, Answer.text(413, "length limit exceeded"));

        beat("dispatch reports");

        assertThat(kcidb.posts()).isEqualTo(3);
        assertThat(List.of(
                        submissionOf(first).getString("state"),
                        submissionOf(second).getString("state")))
                .containsExactlyInAnyOrder("DEAD", "SENT");
    }

    @Test
    void drivesWhatIsStuckAgainOnDemand() {
        kcidb.script().answerNext(Answer.text(400, "no"));
        String job = scheduleBuild(Map.of());
        awaitSubmission(job, "DEAD");

        assertThat(api.post("/sync/builds", "").status()).isEqualTo(204);

        awaitDelivery(job);
    }

    /** On a busy machine the pause may be over, and the next attempt too, before anybody looks. */
    private void passThePauseAfterAttempt(int attempt, String job) {
        await("attempt " + attempt + " has failed")
                .atMost(PATIENCE)
                .until(() -> submissionOf(job).getInt("attempts", 0), attempts -> attempts >= attempt);
        database.clock().advance(Duration.ofMinutes(1));
    }
}
