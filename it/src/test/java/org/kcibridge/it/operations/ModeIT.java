package org.kcibridge.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Authorization;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.kind.IntegrationTest;

/** An operator holds the bridge back, and nothing is lost. */
@IntegrationTest
class ModeIT extends BridgeTest {

    private static final String TEST =
            """
            {"build_id":"maestro:b1","kernel_image_url":"https://files.example.org/Image","tests":["ltp-smoke"],
             "collection":"nightly"}""";

    private static final String BOOT =
            "{\"build_id\":\"maestro:b1\",\"kernel_image_url\":\"https://files.example.org/Image\"}";

    private static final String BUILD =
            "{\"toolchain\":\"gcc-14\",\"tree\":\"mainline\",\"branch\":\"master\",\"kconfig\":\"defconfig\"}";

    private static final Map<String, String> WORK =
            Map.of("/builds/run", BUILD, "/tests/run", TEST, "/boot-test/run", BOOT);

    @Test
    void isNormalAsLongAsNobodySwitchesIt() {
        JsonObject mode = api.get("/mode").json();

        assertThat(mode.getString("mode")).isEqualTo("normal");
        assertThat(mode).doesNotContainKeys("since", "by");
    }

    @Test
    void remembersWhoSwitchedIt() {
        JsonObject mode = switchTo("drain").json();

        assertThat(mode.getString("mode")).isEqualTo("drain");
        assertThat(mode.getString("by")).isNotBlank();
        assertThat(api.get("/mode").json()).isEqualTo(mode);
        assertThat(database.value("select state || ' ' || set_by from mode"))
                .isEqualTo("drain " + mode.getString("by"));
    }

    @Test
    void takesASwitchToThePresentModeForNone() {
        JsonObject first = switchTo("drain").json();

        assertThat(switchTo("drain").json()).isEqualTo(first);
        assertThat(database.count("select count(*) from mode")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mode\":\"NORMAL\"}", "{\"mode\":\"\"}", "{\"mode\":null}", "{}"})
    void namesTheFieldThatIsWrong(String body) {
        Reply reply = put(body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.response().body()).contains("\"field\":\"mode\"");
        assertThat(database.count("select count(*) from mode")).isZero();
    }

    @Test
    void refusesNewWorkWhileDraining() {
        switchTo("drain");

        WORK.forEach((path, body) -> {
            Reply reply = api.post(path, body);
            assertThat(reply.status()).as(path).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("60");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.json().getString("detail"))
                    .isEqualTo("The bridge is in mode drain: it takes no new work and finishes what it has.");
        });
        assertThat(database.count("select count(*) from job")).isZero();
        assertThat(tuxSuite.builds()).isEmpty();
    }

    /** The role comes first: who may not ask for work need not know whether it would be taken. */
    @Test
    void tellsReadersThatTheyMayNotAskForWorkInAnyMode() {
        switchTo("drain");

        assertThat(as("reader").post("/builds/run", BUILD).status()).isEqualTo(403);
    }

    @Test
    void finishesWhatItHasWhileDraining() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        switchTo("drain");

        tuxSuite.sendCallback(job(job).getString("runner_uid"));

        awaitDelivery(job);
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
    }

    @Test
    void takesWorkAgainAfterwards() {
        switchTo("drain");
        switchTo("normal");

        assertThat(api.post("/builds/run", BUILD).status()).isEqualTo(204);
    }

    @Test
    void keepsCallbacksAndChangesNothingElseWhileReadOnly() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        String uid = job(job).getString("runner_uid");
        given.submission().with("job_id", null).create();
        switchTo("read-only");
        awaitStandstill();
        database.update("update submission set due_at = now()");

        assertThat(tuxSuite.sendCallback(uid)).isEqualTo(204);
        awaitStandstill();

        assertThat(database.value("select state from callback")).isEqualTo("RECEIVED");
        assertThat(database.value("select state from submission")).isEqualTo("WAITING");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
        assertThat(kcidb.documents()).isEmpty();
    }

    @Test
    void makesUpForItAfterwards() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        switchTo("read-only");
        tuxSuite.sendCallback(job(job).getString("runner_uid"));

        switchTo("normal");

        awaitDelivery(job);
    }

    @Test
    void refusesWhateverWouldChangeSomethingWhileReadOnly() {
        String job = scheduleBuild(Map.of());
        switchTo("read-only");

        Stream.of("/builds/run", "/tests/submit", "/sync/builds", "/jobs/" + job + "/cancel", "/uploads")
                .forEach(path -> {
                    Reply reply = api.post(path, "{}");
                    assertThat(reply.status()).as(path).isEqualTo(503);
                    assertThat(reply.json().getString("detail")).contains("mode read-only");
                });
        assertThat(api.get("/jobs/" + job).status()).isEqualTo(200);
        assertThat(api.post("/tokens", "{\"name\":\"ci\",\"role\":\"reader\"}").status())
                .isEqualTo(201);
    }

    @Test
    void isShownByHealthAndMetrics() {
        switchTo("drain");

        assertThat(Checks.of("ready").data("mode").getString("mode")).isEqualTo("drain");
        await("the gauges tell of it").atMost(PATIENCE).untilAsserted(() -> {
            Metrics metrics = Metrics.scrape();
            assertThat(metrics.sum("kci_bridge_mode", "mode=\"drain\"")).isOne();
            assertThat(metrics.sum("kci_bridge_mode", "mode=\"normal\"")).isZero();
        });
    }

    @Test
    void needsAttentionInTheConsole() {
        assertThat(overview()).contains("Nothing: all reports are on their way").doesNotContain("in mode");

        switchTo("drain");

        assertThat(overview())
                .contains("The bridge is in mode drain", "it takes no new work and finishes what it has")
                .doesNotContain("Nothing: all reports are on their way");
    }

    private String overview() {
        HttpRequest page = HttpRequest.newBuilder(bench.url().resolve("/console/index.xhtml"))
                .header(Authorization.HEADER, Authorization.bearer(Bench.TOKEN))
                .build();
        return Exchange.of(page).body();
    }

    /** Every chore that is held back has looked at the mode since. */
    private void awaitStandstill() {
        Metrics before = Metrics.scrape();
        Stream.of("apply callbacks", "dispatch reports", "send jobs", "reconcile jobs")
                .map("chore=\"%s\""::formatted)
                .forEach(chore -> await(chore + " is held back")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> held(Metrics.scrape(), chore) > held(before, chore)));
    }

    private static double held(Metrics metrics, String chore) {
        return metrics.sum("kci_bridge_chore_runs_total", chore, "outcome=\"held\"");
    }

    private Reply switchTo(String mode) {
        Reply reply = put("{\"mode\":\"%s\"}".formatted(mode));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private Reply put(String body) {
        return api.send(
                api.request("/mode").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }
}
