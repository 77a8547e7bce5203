package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.report.Kind;

/** No row that somebody may miss is cleared, and none that is made up comes among them. */
@IntegrationTest
class SeedGuardIT extends SeedTest {

    @Test
    void refusesToSeedTwice() {
        seeded("checkouts=5");
        String before = export();

        JsonObject execution = seed("checkouts=5");

        assertRefused(execution, "the database is seeded already, with 5 checkouts, ");
        assertThat(execution.getString("exit_status")).endsWith(": clear=true replaces it");
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void clearsOnlyWhenThatIsConfirmed() {
        seeded("checkouts=5");
        String before = export();

        assertRefused(seed("clear=true"), "clear=true deletes 5 checkouts, ");
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void refusesWhereSomebodyElseWrote() {
        given.build().create();

        assertRefused(seed(), "the database holds rows that no seeding wrote: 1 checkouts, 1 builds");
        assertRefused(
                seed("clear=true", "confirm=true"),
                "the database holds rows that no seeding wrote: 1 checkouts, 1 builds");
        assertThat(rows(Kind.BUILDS)).isEqualTo(1);
    }

    @Test
    void refusesWhereTheBridgeIsAtWork() {
        standStill();
        scheduleBuild(Map.of());

        assertRefused(seed(), "the database holds rows that no seeding wrote: 1 job");
        assertThat(rows(Kind.CHECKOUTS)).isZero();
    }

    /** Seeded rows that somebody has changed since are his. */
    @Test
    void refusesToClearWhatWasChanged() {
        seeded();
        database.update("update tests set comment = 'mine' where id = (select min(id) from tests)");

        assertRefused(seed("clear=true", "confirm=true"), "the database holds rows that no seeding wrote: 1 tests");
        assertThat(database.count("select count(*) from tests where comment = 'mine'"))
                .isEqualTo(1);
    }

    /** Between its first look and its end. */
    @Test
    void refusesWhenSomebodyWritesMeanwhile() {
        int id;
        try (OpenTransaction other = database.begin("insert into checkouts (id, origin) values ('o:real', 'o')")) {
            id = start(JOB, Map.of()).json().getInt("id");
            awaitFinish(id);
            other.commit();
        }

        assertRefused(awaitEnd(id), "the database holds rows that no seeding wrote: 1 checkouts");
        assertThat(database.value("select string_agg(id, ' ') from checkouts")).isEqualTo("o:real");
    }

    @Test
    void refusesToSeedWhileAnotherOneDoes() {
        int first;
        try (OpenTransaction other = database.begin("insert into checkouts (id, origin) values ('o:real', 'o')")) {
            first = start(JOB, Map.of()).json().getInt("id");
            awaitFinish(first);

            assertRefused(seed("checkouts=2"), "execution %d is seeding".formatted(first));
        }

        assertThat(awaitEnd(first).getString("state")).isEqualTo("COMPLETED");
        assertThat(rows(Kind.CHECKOUTS)).isEqualTo(24);
    }

    private void awaitFinish(int id) {
        await("everything is prepared")
                .atMost(PATIENCE)
                .until(() -> execution(id).getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                        .anyMatch(step -> step.getString("name").equals("finish")));
    }

    private static void assertRefused(JsonObject execution, String reason) {
        assertThat(execution.getString("state")).isEqualTo("FAILED");
        assertThat(execution.getString("exit_status")).startsWith(reason);
        assertThat(execution.getJsonObject("done").keySet()).noneMatch(what -> what.matches(".*(created|cleared)"));
    }
}
