package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** The stand-in speaks TuxSuite's wire format; the other end of its callbacks is a server of the test's own. */
@UnitTest
class TuxSuiteStandInTest {

    private static final String TOKEN = "tux-token";

    private final Receiver bridge = new Receiver();
    private final TuxSuiteStandIn tuxsuite = new TuxSuiteStandIn(TOKEN, "lab", "kernels");

    @AfterEach
    void close() {
        tuxsuite.close();
        bridge.close();
    }

    @Test
    void shouldAnswerOrderWithListOfBuilds() throws Exception {
        HttpResponse<String> answer = order(entry(""));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject build =
                Json.createReader(new StringReader(answer.body())).readArray().getJsonObject(0);
        assertThat(build.getString("uid")).matches("3[0-9A-Za-z]{26}");
        assertThat(build.getString("client_token")).isEqualTo("5d2ab58f-8a5e-4d0c-93a7-5c1f2c1c3a51");
        assertThat(tuxsuite.orders()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(BodyEra.class)
    void shouldCallBackSignedInBothEras(BodyEra era) throws Exception {
        tuxsuite.script().era(era);
        order(entry(""));

        Request callback = bridge.await(0);
        assertThat(callback.header("x-job-secret")).contains("s3cret");
        String body = callback.text();
        JsonValue value = Json.createReader(new StringReader(body)).readValue();
        String inner = value instanceof JsonString text ? text.getString() : body;
        assertThat(value instanceof JsonString).isEqualTo(era == BodyEra.STRING);
        assertThat(Signatures.verify(
                        tuxsuite.publicKey(),
                        inner,
                        callback.header("x-tux-payload-signature").orElseThrow()))
                .isTrue();
        assertThat(Signatures.verify(
                        tuxsuite.publicKey(),
                        inner + " ",
                        callback.header("x-tux-payload-signature").orElseThrow()))
                .isFalse();
    }

    @Test
    void shouldDescribePassedBuildCompletely() throws Exception {
        order(entry(""));

        JsonObject payload = json(bridge.await(0));
        assertThat(payload.getString("kind")).isEqualTo("build");
        JsonObject status = payload.getJsonObject("status");
        assertThat(status.getString("state")).isEqualTo("finished");
        assertThat(status.getString("result")).isEqualTo("pass");
        assertThat(status.getString("git_sha")).matches("[0-9a-f]{40}");
        assertThat(status.getString("git_describe"))
                .endsWith("-g" + status.getString("git_sha").substring(0, 12));
        assertThat(status.getString("finished_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(status.getString("modules")).isEqualTo("modules.tar.xz");
        assertThat(status.getJsonObject("tuxmake_metadata")
                        .getJsonObject("compiler")
                        .getString("version_full"))
                .isEqualTo("riscv64-linux-gnu-gcc (Debian 14.2.0-8) 14.2.0");
        assertThat(status).doesNotContainKey("callback_headers");
    }

    @Test
    void shouldServeWhatItNames() throws Exception {
        order(entry(""));
        JsonObject status = json(bridge.await(0)).getJsonObject("status");
        URI downloads = URI.create(status.getString("download_url"));

        assertThat(Http.get(downloads.resolve("build.log"), null).body()).contains("ARCH=riscv");
        assertThat(Http.get(downloads.resolve("config"), null).body()).contains("CONFIG_64BIT=y");
        assertThat(Http.get(downloads.resolve("passwd"), null).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLeaveOutWhatFailedBuildLacks() throws Exception {
        tuxsuite.script().nextBuilds(BuildOutcome.fail());
        order(entry(""));

        JsonObject status = json(bridge.await(0)).getJsonObject("status");
        assertThat(status.getString("result")).isEqualTo("fail");
        assertThat(status).doesNotContainKeys("kernel_image_name", "kernel_version", "modules");
        assertThat(status.getInt("errors_count")).isEqualTo(1);
    }

    @Test
    void shouldReportErrorThatIsTriedAgain() throws Exception {
        tuxsuite.script().nextBuilds(BuildOutcome.error(1));
        order(entry(""));
        JsonObject status = json(bridge.await(0)).getJsonObject("status");
        assertThat(status.getString("build_status")).isEqualTo("error");
        assertThat(status.getInt("retry")).isEqualTo(1);

        assertThat(tuxsuite.sendCallback(status.getString("uid"), BuildOutcome.pass()))
                .isEqualTo(204);
        assertThat(json(bridge.received().get(1)).getJsonObject("status").getString("result"))
                .isEqualTo("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"git_repo\": \"ssh://git@host/linux.git\"",
                "\"git_sha\": \"8bb886cb8f3a2811430ef5dd9dd9d53b5f3ad9c3\"",
                "\"git_ref\": \"\"",
                "\"kconfig\": \"defconfig\"",
                "\"kconfig\": []",
                "\"toolchain\": \"\"",
                "\"target_arch\": \"vax\""
            })
    void shouldRefuseBrokenOrder(String flaw) throws Exception {
        HttpResponse<String> answer = order(entry(flaw));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"status_message\":");
        assertThat(tuxsuite.builds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "guess"})
    void shouldDemandBareToken(String authorization) throws Exception {
        var answer = Http.post(api("/builds"), authorization, "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void shouldRefuseWhenTold() throws Exception {
        tuxsuite.script().refuseNext(403, "The plan's limit is reached");
        HttpResponse<String> refusal = order(entry(""));
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.body()).contains("limit is reached");
        assertThat(order(entry("")).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldKeepSilentAndAnswerWhenAsked() throws Exception {
        tuxsuite.script().silent(true);
        String uid = uid(order(entry("")));
        await().until(() -> tuxsuite.builds().get(uid).getString("state").equals("finished"));

        assertThat(Http.get(api("/builds/" + uid), TOKEN).body()).contains("\"result\":\"pass\"");
        assertThat(Http.get(api("/builds/unknown"), TOKEN).statusCode()).isEqualTo(404);
        assertThat(bridge.received()).isEmpty();
        assertThat(tuxsuite.sendCallback(uid)).isEqualTo(204);
        assertThat(tuxsuite.callbacks()).isEqualTo(1);
    }

    @Test
    void shouldCancelRunningBuild() throws Exception {
        tuxsuite.script().buildTime(Duration.ofHours(1));
        String uid = uid(order(entry("")));
        assertThat(Http.post(api("/builds/" + uid + "/cancel"), TOKEN, "").statusCode())
                .isEqualTo(200);
        assertThat(json(bridge.await(0)).getJsonObject("status").getString("result"))
                .isEqualTo("canceled");
    }

    @Test
    void shouldTryAgainWhileBridgeIsDown() throws Exception {
        var calls = new AtomicInteger();
        bridge.answer(answer -> calls.incrementAndGet() < 3 ? Answer.hangUp() : answer);
        order(entry(""));
        await().until(() -> calls.get() == 3);
        assertThat(tuxsuite.callbacks()).isEqualTo(1);
    }

    @Test
    void shouldRunHookBetweenOrderAndAnswer() {
        tuxsuite.script().beforeAnswering(tuxsuite::close);
        assertThatThrownBy(() -> order(entry(""))).isInstanceOf(IOException.class);
        assertThat(tuxsuite.builds()).hasSize(1);
    }

    @Test
    void shouldPublishItsKeyAmongTheSecretsOfItsProject() throws Exception {
        JsonObject keys = Json.createReader(
                        new StringReader(Http.get(api("/keys"), TOKEN).body()))
                .readObject();
        assertThat(keys.getJsonObject("ssh").getString("pub")).isEqualTo(tuxsuite.publicKey());
        assertThat(keys).containsOnlyKeys("ssh", "pat", "variables");
    }

    private URI api(String path) {
        return tuxsuite.url().resolve("/v1/groups/lab/projects/kernels" + path);
    }

    private HttpResponse<String> order(JsonObject entry) throws IOException, InterruptedException {
        String body = Json.createObjectBuilder()
                .add("builds", Json.createArrayBuilder().add(entry))
                .add("patches", JsonValue.EMPTY_JSON_OBJECT)
                .build()
                .toString();
        return Http.post(api("/builds"), TOKEN, body);
    }

    /** A good order, with some members replaced by others. */
    private JsonObject entry(String flaw) {
        String good =
                """
                {
                  "client_token": "5d2ab58f-8a5e-4d0c-93a7-5c1f2c1c3a51",
                  "git_repo": "https://git.kernel.org/pub/scm/linux/kernel/git/riscv/linux.git",
                  "git_ref": "for-next",
                  "target_arch": "riscv",
                  "toolchain": "gcc-14",
                  "kconfig": ["defconfig", "CONFIG_KUNIT=y"],
                  "callback": "%s",
                  "callback_headers": {"X-Job-Secret": "s3cret"}
                }
                """
                        .formatted(bridge.address());
        var entry = Json.createObjectBuilder(
                Json.createReader(new StringReader(good)).readObject());
        Json.createReader(new StringReader("{" + flaw + "}")).readObject().forEach(entry::add);
        return entry.build();
    }

    private static String uid(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body()))
                .readArray()
                .getJsonObject(0)
                .getString("uid");
    }

    private static JsonObject json(Request request) {
        return request.json().asJsonObject();
    }
}
