package org.kcibridge.it.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.BodyEra;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** The straight line: a build is asked for, TuxSuite builds it and calls back, KCIDB has it. */
@IntegrationTest
class BuildFlowIT extends BridgeTest {

    @Test
    void carriesABuildFromRequestToKcidb() {
        var reply = api.build(Map.of());

        assertThat(reply.status()).isEqualTo(201);
        String job = reply.json().getString("id");
        assertThat(reply.header("Location")).isEqualTo(api.uri("/jobs/" + job).toString());
        awaitSubmission(job, "CONFIRMED");

        String buildId = job(job).getString("build_id");
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        JsonObject build = api.get("/builds/" + buildId).json();
        assertThat(build.getString("status")).isEqualTo("PASS");
        assertThat(build.getString("id")).isEqualTo("riscv:" + job(job).getString("runner_uid"));
        JsonObject checkout =
                api.get("/checkouts/" + build.getString("checkout_id")).json();
        assertThat(checkout.getString("tree_name")).isEqualTo("mainline");

        assertThat(kcidb.documents()).hasSize(1);
        JsonObject document = kcidb.documents().get(0).object();
        assertThat(new KcidbSchema().violations(document.toString())).isEmpty();
        assertThat(ids(document, "checkouts")).containsExactly(checkout.getString("id"));
        assertThat(ids(document, "builds")).containsExactly(buildId);
    }

    @Test
    void ordersTheBuildUnderItsOwnIdAndAddress() {
        String job = scheduleBuild(Map.of("branch", "for-next"));

        JsonObject entry = lastOrder();
        assertThat(entry.getString("client_token")).isEqualTo(job);
        assertThat(entry.getString("git_ref")).isEqualTo("for-next");
        assertThat(entry.getString("target_arch")).isEqualTo("riscv");
        assertThat(entry.getString("callback"))
                .isEqualTo(api.uri("/tuxsuite/callback/build?job=" + job).toString());
        assertThat(entry.getJsonObject("callback_headers").values()).hasSize(1);
    }

    @Test
    void answers204AndALocationToThoseWhoPreferNothing() {
        var reply = api.post(
                "/builds/run",
                """
                {"toolchain": "gcc-14", "tree": "mainline", "branch": "master", "fragments": ["CONFIG_KASAN=y"]}""");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.response().body()).isEmpty();
        assertThat(reply.header("Location")).startsWith(api.uri("/jobs/").toString());
        assertThat(lastOrder().getJsonArray("kconfig").toString()).isEqualTo("[\"defconfig\",\"CONFIG_KASAN=y\"]");
    }

    @ParameterizedTest(name = "TuxSuite says {0} at retry {1}: {2}")
    @CsvSource({"pass, 0, PASS", "fail, 0, FAIL", "error, 2, ERROR", "canceled, 0, ERROR"})
    void reportsWhatTuxSuiteSays(String result, int retry, String status) {
        tuxSuite.script().nextBuilds(new BuildOutcome(result, "said so", retry));

        String job = scheduleBuild(Map.of());

        awaitDelivery(job);
        assertThat(api.get("/builds/" + job(job).getString("build_id")).json().getString("status"))
                .isEqualTo(status);
    }

    @Test
    void publishesNothingBeforeTuxSuitesLastWord() {
        tuxSuite.script().nextBuilds(BuildOutcome.error(0));
        String job = scheduleBuild(Map.of());
        await().atMost(PATIENCE)
                .until(
                        () -> database.value("select state from callback where job_id = ?::uuid", job),
                        "IGNORED"::equals);
        assertThat(api.items("/builds")).isEmpty();

        tuxSuite.sendCallback(job(job).getString("runner_uid"), BuildOutcome.pass());

        awaitDelivery(job);
        assertThat(api.items("/builds"))
                .extracting(build -> build.getString("status"))
                .containsExactly("PASS");
    }

    @ParameterizedTest
    @EnumSource(BodyEra.class)
    void readsCallbacksOfBothEras(BodyEra era) {
        tuxSuite.script().era(era);

        String job = scheduleBuild(Map.of());

        awaitDelivery(job);
    }

    @Test
    void believesTheSecretOfAJobWhereNothingIsSigned() {
        tuxSuite.script().signing(false);

        String job = scheduleBuild(Map.of());

        awaitDelivery(job);
        assertThat(database.value("select proof from callback")).isEqualTo("SECRET");
    }

    @Test
    void reportsAJobOnceHoweverOftenItIsTold() {
        String job = scheduleBuild(Map.of());
        awaitDelivery(job);
        String uid = job(job).getString("runner_uid");

        assertThat(tuxSuite.sendCallback(uid)).isEqualTo(204);
        assertThat(tuxSuite.sendCallback(uid, BuildOutcome.fail())).isEqualTo(204);

        await().atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback where state = 'IGNORED'") == 1);
        assertThat(database.count("select count(*) from callback")).isEqualTo(2);
        assertThat(api.items("/builds"))
                .extracting(build -> build.getString("status"))
                .containsExactly("PASS");
        assertThat(kcidb.documents()).hasSize(1);
    }

    private JsonObject lastOrder() {
        List<JsonObject> orders = tuxSuite.orders();
        return orders.get(orders.size() - 1).getJsonArray("builds").getJsonObject(0);
    }

    private static List<String> ids(JsonObject document, String kind) {
        return document.getJsonArray(kind).getValuesAs(JsonObject.class).stream()
                .map(object -> object.getString("id"))
                .toList();
    }
}
