package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** A submission is handed in, and imported a moment later. */
@IntegrationTest
class UploadIT extends BridgeTest {

    private static final String TESTS =
            "{'version': {'major': 4}, 'tests': [{'id': 'o:t1', 'origin': 'o', 'build_id': 'o:b', 'waived': true},"
                    + " {'id': 'o:t2', 'origin': 'o', 'build_id': 'o:b', 'status': '%s'}]}";

    @Test
    void importsWhatIsHandedIn() {
        given.test().with("id", "o:t1").with("status", "PASS").create();
        Reply taken = upload(TESTS.formatted("FAIL"));

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.header("Location"))
                .endsWith("/api/v1/uploads/" + taken.json().getString("id"));
        JsonObject imported = awaitEnd(taken);
        assertThat(imported.getString("state")).isEqualTo("IMPORTED");
        assertThat(imported.getInt("new_objects")).isEqualTo(1);
        assertThat(imported.getInt("known_objects")).isEqualTo(1);
        assertThat(api.get("/tests/o:t2").json().getString("status")).isEqualTo("FAIL");
        assertThat(api.get("/tests/o:t1").json().getString("status"))
                .as("the first value")
                .isEqualTo("PASS");
        assertThat(database.count("select count(*) from upload where document is not null"))
                .isZero();
    }

    @Test
    void saysWhyItCannot() {
        JsonObject failed = awaitEnd(upload(TESTS.formatted("GOOD")));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).startsWith("/tests/1/status: does not have a value");
        assertThat(database.count("select count(*) from tests"))
                .as("nothing of it")
                .isZero();
    }

    @Test
    void saysWhatTheDatabaseRefuses() {
        database.update("alter table tests add constraint no_failures check (status <> 'FAIL')");
        try {
            JsonObject failed = awaitEnd(upload(TESTS.formatted("FAIL")));

            assertThat(failed.getString("reason"))
                    .startsWith("the database refuses it: ")
                    .contains("no_failures");
            assertThat(database.count("select count(*) from tests")).isZero();
            assertThat(awaitEnd(upload(TESTS.formatted("MISS"))).getString("state"))
                    .as("the next one")
                    .isEqualTo("IMPORTED");
        } finally {
            database.update("alter table tests drop constraint no_failures");
        }
    }

    /** One that came when nobody was there is imported later. */
    @Test
    void losesNone() {
        standStill();
        Reply taken = upload(TESTS.formatted("PASS"));
        assertThat(state(taken).getString("state")).isEqualTo("WAITING");

        beat("import uploads");

        assertThat(state(taken).getString("state")).isEqualTo("IMPORTED");
    }

    @Test
    void takesNothingButJson() {
        assertThat(as("submitter").post("/uploads", TESTS.replace('\'', '"')).status())
                .isEqualTo(403);
        assertThat(upload("[]").status()).isEqualTo(422);
    }

    private Reply upload(String submission) {
        return api.post("/uploads", submission.replace('\'', '"'));
    }

    private JsonObject state(Reply taken) {
        return api.get("/uploads/" + taken.json().getString("id")).json();
    }

    private JsonObject awaitEnd(Reply taken) {
        await("the upload is dealt with").atMost(PATIENCE).until(() -> state(taken)
                .containsKey("ended_at"));
        return state(taken);
    }
}
