package org.kcibridge.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** What was said to KCIDB and what it answered can be looked up, and what is stuck can be sent again. */
@IntegrationTest
class TrailIT extends BridgeTest {

    @Test
    void keepsWhatWasPostedAndWhatCameBack() {
        kcidb.script().answerNext(Answer.text(503, "in trouble"));
        String job = scheduleBuild(Map.of());
        awaitSubmission(job, "RETRY");
        database.clock().advance(Duration.ofMinutes(1));
        awaitSubmission(job, "CONFIRMED");

        List<JsonObject> deliveries = deliveriesOf(submissionOf(job).getString("id"));

        assertThat(deliveries).extracting(one -> one.getString("state")).containsExactly("PROCESSED", "NOT_TAKEN");
        assertThat(deliveries.get(1).getInt("http_status")).isEqualTo(503);
        assertThat(deliveries.get(1).getString("answer")).contains("in trouble");
        assertThat(deliveries.get(0).getString("kcidb_id"))
                .isEqualTo(kcidb.documents().get(0).id());
        long id = deliveries.get(0).getJsonNumber("id").longValue();
        assertThat(api.get("/deliveries/" + id).json()).isEqualTo(deliveries.get(0));
        Reply document = api.get("/deliveries/" + id + "/document");
        assertThat(document.json()).isEqualTo(kcidb.documents().get(0).content());
        assertThat(Sha256.hex(document.response().body()))
                .isEqualTo(deliveries.get(0).getString("sha256"));
    }

    /** In a batch of two, one is refused: first together, then alone. */
    @Test
    void tellsOfEachHalfOfABatchThatWasRefused() {
        kcidb.script().answerNext(2, Answer.text(413, "length limit exceeded"));
        new Waiting(database).due(2);
        new Waiting(database).await("DEAD", 1);

        String dead = database.value("select id from submission where state = 'DEAD'");

        assertThat(deliveriesOf(dead))
                .extracting(one -> one.getInt("submissions"))
                .containsExactly(1, 2);
        assertThat(deliveriesOf(dead)).extracting(one -> one.getString("state")).containsOnly("REFUSED");
    }

    @Test
    void showsWhatIsGoingToBeSent() {
        String submission = given.submission().create().id();

        assertThat(api.get("/submissions/" + submission + "/document").json())
                .isEqualTo(api.get("/submissions/" + submission).json().getJsonObject("document"));
    }

    @Test
    void sendsOneAgain() {
        String submission = dead();

        assertThat(api.post("/submissions/" + submission + "/retry", "").status())
                .isEqualTo(204);

        new Waiting(database).await("CONFIRMED", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "CONFIRMED"})
    void leavesAloneWhatIsNotStuck(String state) {
        String submission = given.submission()
                .with("state", state)
                .with("kcidb_id", "taken-as")
                .with("due_at", state.equals("WAITING") ? "2999-01-01T00:00:00Z" : null)
                .create()
                .id();

        Reply reply = api.post("/submissions/" + submission + "/retry", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().getString("detail")).contains(submission);
    }

    @Test
    void sendsManyAgain() {
        String first = dead();
        String second = dead();
        String left = dead();

        Reply reply = api.post(
                "/submissions/retry", "{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(first, second, UUID.randomUUID()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getInt("retried")).isEqualTo(2);
        new Waiting(database).await("CONFIRMED", 2);
        assertThat(database.value("select id from submission where state = 'DEAD'"))
                .isEqualTo(left);
    }

    @Test
    void letsOperatorsOnlySendAgain() {
        assertThat(as("submitter").post("/submissions/" + dead() + "/retry", "").status())
                .isEqualTo(403);
    }

    private String dead() {
        return given.submission()
                .with("state", "DEAD")
                .with("due_at", null)
                .create()
                .id();
    }

    private List<JsonObject> deliveriesOf(String submission) {
        return api.items("/deliveries?submission_id=" + submission);
    }
}
