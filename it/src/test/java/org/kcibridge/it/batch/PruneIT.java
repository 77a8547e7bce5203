package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.builders.KnownIssue;
import org.kcibridge.it.builders.Row;
import org.kcibridge.it.builders.TestedBuild;
import org.kcibridge.kind.IntegrationTest;

/** What is old is forgotten, unless somebody still needs it. All rows are as old as {@code Given} makes them: from January. */
@IntegrationTest
class PruneIT extends BatchTest {

    private static final Map<String, String> OLD = Map.of("olderThan", "P30D");

    @Test
    void forgetsBodiesAndRecordsThatAreOld() {
        Row delivery = given.delivery().create();
        given.deliveryDocument().with("delivery_id", delivery.id()).create();
        given.callback()
                .with("state", "APPLIED")
                .with("due_at", null)
                .with("closed_at", "2026-01-01T00:00:00Z")
                .create();
        Row submission = confirmed(null);
        given.delivered()
                .with("delivery_id", delivery.id())
                .with("submission_id", submission.id())
                .create();
        given.batchExecution().create();
        given.upload().create();

        JsonObject execution = run("prune", OLD);

        assertThat(execution.getString("state")).isEqualTo("COMPLETED");
        assertThat(execution.getString("exit_status"))
                .isEqualTo("1 bodies of deliveries forgotten, 1 callbacks forgotten,"
                        + " 1 records of batch jobs forgotten, 1 submissions forgotten, 1 uploads forgotten");
        assertThat(rows("delivery_document")).isZero();
        assertThat(rows("callback")).isZero();
        assertThat(rows("submission")).isZero();
        assertThat(rows("delivered")).isZero();
        assertThat(database.value("select sha256 from delivery"))
                .as("what it was")
                .isEqualTo(delivery.text("sha256"));
    }

    @Test
    void forgetsNothingThatIsNotOld() {
        given.deliveryDocument().create();
        confirmed(null);
        database.update("update delivery set posted_at = now()");
        database.update("update submission set changed_at = now()");

        assertThat(run("prune", OLD).getString("exit_status")).isEqualTo("nothing to do");
        assertThat(rows("delivery_document")).isEqualTo(1);
        assertThat(rows("submission")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "RETRY", "SENT", "DEAD"})
    void forgetsNothingThatKcidbDoesNotHave(String state) {
        Row submission = given.submission()
                .with("job_id", null)
                .with("state", state)
                .with("kcidb_id", "taken-as")
                .with("due_at", state.equals("WAITING") || state.equals("RETRY") ? "2999-01-01T00:00:00Z" : null)
                .create();
        Row document = given.deliveryDocument().create();
        given.delivered()
                .with("submission_id", submission.id())
                .with("delivery_id", document.text("delivery_id"))
                .create();
        JsonObject reported = submission.json().getJsonObject("document");
        String checkout = reported.getJsonArray("checkouts").getJsonObject(0).getString("id");
        given.build()
                .with("id", reported.getJsonArray("builds").getJsonObject(0).getString("id"))
                .with("checkout_id", checkout)
                .create();

        run("prune", Map.of("olderThan", "P30D", "reports", "true"));

        assertThat(rows("submission")).isEqualTo(1);
        assertThat(rows("delivery_document")).isEqualTo(1);
        assertThat(rows("builds")).isEqualTo(1);
    }

    @Test
    void forgetsNothingThatAnIncidentIsAbout() {
        Row submission = confirmed(null);
        String build = submission
                .json()
                .getJsonObject("document")
                .getJsonArray("builds")
                .getJsonObject(0)
                .getString("id");
        given.build().with("id", build).create();
        given.incident().with("build_id", build).create();
        given.test().create();

        run("prune", Map.of("olderThan", "P30D", "reports", "true"));

        assertThat(rows("submission")).isEqualTo(1);
        assertThat(database.value("select id from builds")).isEqualTo(build);
        assertThat(rows("tests")).isZero();
    }

    @Test
    void forgetsNoBuildThatAnIssueWasSeenIn(KnownIssue known) {
        assertThat(run("prune", Map.of("olderThan", "P30D", "reports", "true")).getString("exit_status"))
                .isEqualTo("nothing to do");

        assertThat(database.value("select id from builds"))
                .isEqualTo(known.build().id());
    }

    @Test
    void forgetsReportsOnlyWhenItIsTold(TestedBuild tested) {

        assertThat(run("prune", OLD).getString("exit_status")).isEqualTo("nothing to do");
        assertThat(run("prune", Map.of("olderThan", "P30D", "reports", "true")).getString("exit_status"))
                .isEqualTo("1 builds forgotten, 1 checkouts forgotten, 1 tests forgotten");
    }

    @Test
    void countsOnlyInADryRun() {
        given.bulk(1_200, i -> given.deliveryDocument()
                .with("delivery_id", given.delivery().create().id()));

        assertThat(run("prune", Map.of("olderThan", "P30D", "dryRun", "true")).getString("exit_status"))
                .isEqualTo("1200 bodies of deliveries would be forgotten");
        assertThat(rows("delivery_document")).isEqualTo(1_200);

        run("prune", OLD);
        assertThat(rows("delivery_document")).as("portion by portion").isZero();
    }

    private Row confirmed(Object job) {
        return given.submission()
                .with("job_id", job)
                .with("state", "CONFIRMED")
                .with("kcidb_id", "taken-as")
                .with("due_at", null)
                .create();
    }

    private int rows(String table) {
        return database.count("select count(*) from " + table);
    }
}
