package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.standin.tuxrun.TuxRun;
import org.kcibridge.kind.UnitTest;

/** The stand-in takes orders for tests as TuxSuite does, runs them and calls back with what came of them. */
@UnitTest
class TestOrdersTest {

    private static final String TOKEN = "tux-token";

    private final Receiver bridge = new Receiver();
    private final TuxSuiteStandIn tuxSuite = new TuxSuiteStandIn(TOKEN, "lab", "kernels");

    @AfterEach
    void close() {
        tuxSuite.close();
        bridge.close();
    }

    @Test
    void shouldTakeOneTestAndAnswerWithIt() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));

        JsonObject test = json(order(good(""))).asJsonObject();

        assertThat(test.getString("uid")).matches("3[0-9A-Za-z]{26}");
        assertThat(test.getString("state")).isEqualTo("provisioning");
        assertThat(test.getString("result")).isEqualTo("unknown");
        assertThat(test.getJsonObject("results")).isEmpty();
        assertThat(test.getString("project")).isEqualTo("lab/kernels");
        assertThat(test.getJsonArray("tests")).map(JsonValue::toString).containsExactly("\"boot\"", "\"ltp-smoke\"");
        assertThat(test).doesNotContainKey("callback_headers").containsEntry("rootfs", JsonValue.NULL);
        assertThat(tuxSuite.testOrders()).containsExactly(parse(good("")));
        assertThat(tuxSuite.orders()).as("orders for builds").isEmpty();
        assertThat(tuxSuite.tests()).containsOnlyKeys(test.getString("uid"));
        assertThat(tuxSuite.builds()).isEmpty();
    }

    @Test
    void shouldTakeListsAndAnswerWithLists() throws Exception {
        tuxSuite.script().nextRuns(TuxRun.passing(), TuxRun.bootFailed());

        HttpResponse<String> answer = order("[" + good("") + "," + good("\"device\": \"qemu-arm64\"") + "]");

        assertThat(json(answer).asJsonArray())
                .map(test -> test.asJsonObject().getString("device"))
                .containsExactly("qemu-riscv64", "qemu-arm64");
        assertThat(tuxSuite.testOrders()).hasSize(2);
        await().until(() -> bridge.received().size() == 2);
        assertThat(bridge.received())
                .map(callback -> callback.json().asJsonObject().getJsonObject("status"))
                .extracting(status -> status.getString("device"), status -> status.getString("result"))
                .map(Object::toString)
                .containsExactlyInAnyOrder("(\"qemu-riscv64\", \"pass\")", "(\"qemu-arm64\", \"fail\")");
    }

    @ParameterizedTest
    @CsvSource({"0,400", "500,200", "501,400"})
    void shouldTakeUpTo500AtOnce(int tests, int status) throws Exception {
        String orders = IntStream.range(0, tests).mapToObj(i -> good("")).collect(Collectors.joining(",", "[", "]"));
        tuxSuite.script().testTime(Duration.ofHours(1));

        assertThat(order(orders).statusCode()).isEqualTo(status);
        assertThat(tuxSuite.tests()).hasSize(status == 200 ? tests : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"device\": \"qemu-vax\"",
                "\"device\": null",
                "\"kernel\": \"Image.gz\"",
                "\"kernel\": \"ftp://files.example/Image.gz\"",
                "\"kernel\": null",
                "\"kernel\": \"\"",
                "\"modules\": \"\"",
                "\"modules\": false",
                "\"tests\": [\"boot\"]",
                "\"tests\": [\"ltp-smoke\", \"boot\"]",
                "\"tests\": \"ltp-smoke\"",
                "\"tests\": [\"ltp smoke\"]",
                "\"parameters\": []",
                "\"callback\": \"nowhere\"",
                "\"client_token\": \"5d2ab58f\"",
                "\"call_back\": \"https://bridge.example/\""
            })
    void shouldRefuseBrokenOrders(String flaw) throws Exception {
        HttpResponse<String> refused = order(good(flaw));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith("{\"status_message\":");
        assertThat(order("[" + good("") + "," + good(flaw) + "]").statusCode())
                .as("a good order beside it")
                .isEqualTo(400);
        assertThat(tuxSuite.tests()).isEmpty();
        assertThat(tuxSuite.testOrders()).as("what was received").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "\"test\"", "[7]"})
    void shouldRefuseWhatIsNoOrder(String body) throws Exception {
        HttpResponse<String> refused = order(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"error\":\"the body is no order\"}");
    }

    @Test
    void shouldDoWithoutModulesAndTests() throws Exception {
        JsonObject order = Json.createObjectBuilder(parse(good("\"modules\": null")))
                .remove("tests")
                .build();

        String uid = json(order(order.toString())).asJsonObject().getString("uid");

        JsonObject status = bridge.awaitStatus(0);
        assertThat(status.getString("uid")).isEqualTo(uid);
        assertThat(status.get("modules")).isEqualTo(JsonValue.NULL);
        assertThat(status.getJsonArray("tests")).hasSize(1);
        assertThat(status.getJsonObject("results")).hasToString("{\"boot\":\"pass\"}");
    }

    @Test
    void shouldGoFromProvisioningOverRunningToFinished() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));
        String uid = json(order(good(""))).asJsonObject().getString("uid");
        JsonObject provisioning = read("/tests/" + uid);
        assertThat(provisioning.getString("state")).isEqualTo("provisioning");
        assertThat(provisioning.getString("provisioning_time"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(provisioning.get("running_time")).isEqualTo(JsonValue.NULL);

        tuxSuite.begin(uid);
        JsonObject running = read("/tests/" + uid);
        assertThat(running.getString("state")).isEqualTo("running");
        assertThat(running.get("finished_time")).isEqualTo(JsonValue.NULL);
        assertThat(running.get("duration")).isEqualTo(JsonValue.NULL);

        assertThat(tuxSuite.sendCallback(uid, TuxRun.passing())).isEqualTo(204);
        JsonObject finished = read("/tests/" + uid);
        assertThat(finished.getString("state")).isEqualTo("finished");
        assertThat(finished.getString("running_time")).isEqualTo(running.getString("running_time"));
        assertThat(finished.getString("finished_time")).isGreaterThan(running.getString("running_time"));
        assertThat(finished.getInt("duration")).isPositive();
        assertThat(bridge.awaitStatus(0)).isEqualTo(finished);
    }

    @Test
    void shouldBootByItselfAfterHalfOfItsTime() throws Exception {
        tuxSuite.script().testTime(Duration.ofSeconds(1)).silent(true);
        String uid = json(order(good(""))).asJsonObject().getString("uid");

        await().until(() -> read("/tests/" + uid).getString("state").equals("finished"));

        JsonObject finished = read("/tests/" + uid);
        assertThat(time(finished, "running_time"))
                .isAfter(time(finished, "provisioning_time").plusMillis(400));
        assertThat(time(finished, "finished_time"))
                .isAfter(time(finished, "running_time").plusMillis(100));
        assertThat(bridge.received()).as("of a silent stand-in").isEmpty();
    }

    private static Instant time(JsonObject status, String field) {
        return Instant.parse(status.getString(field) + "Z");
    }

    @ParameterizedTest
    @EnumSource(BodyEra.class)
    void shouldCallBackWithTheHeadersOfTheOrder(BodyEra era) throws Exception {
        tuxSuite.script().era(era);
        order(good(""));

        Request callback = bridge.await(0);
        assertThat(callback.header("X-Job-Secret")).contains("s3cret");
        String inner = era == BodyEra.OBJECT
                ? callback.text()
                : Json.createReader(new StringReader("[" + callback.text() + "]"))
                        .readArray()
                        .getString(0);
        assertThat(parse(inner).getString("kind")).isEqualTo("test");
        assertThat(Signatures.verify(
                        tuxSuite.publicKey(),
                        inner,
                        callback.header("x-tux-payload-signature").orElseThrow()))
                .isTrue();
    }

    @Test
    void shouldServeItsFilesAtBothAddresses() throws Exception {
        tuxSuite.script().nextRuns(TuxRun.of("ltp-smoke").failed("chmod01", "chmod01.c:54: TFAIL: mode is 0644"));
        order(good(""));
        JsonObject status = bridge.awaitStatus(0);
        String test = "/tests/" + status.getString("uid");
        URI downloads = URI.create(status.getString("download_url"));

        HttpResponse<String> results = Http.get(downloads.resolve("results.json"), null);
        assertThat(results.headers().firstValueAsLong("Content-Length"))
                .hasValue(results.body().length());
        assertThat(parse(results.body()).getJsonObject("ltp-smoke")).containsOnlyKeys("chmod01");
        assertThat(read(test + "/results")).isEqualTo(parse(results.body()));
        String log = Http.get(downloads.resolve("logs.txt"), null).body();
        assertThat(log).contains("\nchmod01.c:54: TFAIL: mode is 0644\n");
        assertThat(Http.get(api(test + "/logs?format=txt"), TOKEN).body()).isEqualTo(log);
        assertThat(Http.get(api(test + "/logs?format=yaml"), TOKEN).body())
                .isEqualTo(Http.get(downloads.resolve("lava-logs.yaml"), null).body())
                .contains("\"lvl\": \"target\", \"msg\": \"chmod01.c:54");
        assertThat(Http.get(downloads.resolve("passwd"), null).statusCode()).isEqualTo(404);
        assertThat(Http.get(api(test + "/results"), "guess").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldHaveNoFilesOfWhatIsNotFinished() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));
        String uid = json(order(good(""))).asJsonObject().getString("uid");

        for (String path : new String[] {"/results", "/logs?format=txt", "/logs"}) {
            HttpResponse<String> missing = Http.get(api("/tests/" + uid + path), TOKEN);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).isEqualTo("{\"error\":\"File not found\"}");
        }
    }

    @Test
    void shouldCancelARunningTest() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));
        String uid = json(order(good(""))).asJsonObject().getString("uid");

        assertThat(Http.post(api("/tests/" + uid + "/cancel"), TOKEN, "").statusCode())
                .isEqualTo(200);

        assertThat(bridge.awaitStatus(0).getString("result")).isEqualTo("canceled");
        assertThat(bridge.awaitStatus(0).getJsonObject("results"))
                .hasToString("{\"boot\":\"unknown\",\"ltp-smoke\":\"unknown\"}");
    }

    @Test
    void shouldKnowTestsFromBuilds() throws Exception {
        String uid = json(order(good(""))).asJsonObject().getString("uid");

        assertThat(Http.get(api("/builds/" + uid), TOKEN).statusCode()).isEqualTo(404);
        assertThat(Http.post(api("/builds/" + uid + "/cancel"), TOKEN, "").statusCode())
                .isEqualTo(404);
        assertThat(Http.get(api("/tests/" + uid), TOKEN).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> tuxSuite.sendCallback(uid, BuildOutcome.pass()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void shouldReportTroubleThatIsTriedAgain() throws Exception {
        tuxSuite.script().nextRuns(TuxRun.infrastructureError(1));
        String uid = json(order(good(""))).asJsonObject().getString("uid");

        JsonObject trouble = bridge.awaitStatus(0);
        assertThat(trouble.getString("result")).isEqualTo("error");
        assertThat(trouble.getInt("retries")).isEqualTo(1);
        assertThat(trouble.getJsonArray("retries_messages")).hasSize(1);

        assertThat(tuxSuite.sendCallback(uid, TuxRun.passing())).isEqualTo(204);
        assertThat(bridge.awaitStatus(1).getString("result")).isEqualTo("pass");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldWaitForABuild(boolean passes) throws Exception {
        tuxSuite.script().buildTime(Duration.ofHours(1));
        String build = orderBuild();
        JsonObject order = Json.createObjectBuilder(parse(good("\"waiting_for\": \"BUILD#" + build + "\"")))
                .remove("kernel")
                .build();
        JsonObject waiting = json(order(order.toString())).asJsonObject();
        assertThat(waiting.getString("state")).isEqualTo("waiting");
        assertThat(waiting.get("provisioning_time")).isEqualTo(JsonValue.NULL);

        tuxSuite.sendCallback(build, passes ? BuildOutcome.pass() : BuildOutcome.fail());

        await().until(() -> bridge.received().size() == 2);
        JsonObject done = tuxSuite.tests().get(waiting.getString("uid"));
        assertThat(done.getString("state")).isEqualTo("finished");
        assertThat(done.getString("result")).isEqualTo(passes ? "pass" : "fail");
        assertThat(done.getString("waiting_for")).isEqualTo("BUILD#" + build);
        assertThat(done.getJsonObject("results").isEmpty()).isEqualTo(!passes);
    }

    private String orderBuild() throws Exception {
        String order =
                """
                {"builds": [{"git_repo": "https://git.example/linux.git", "git_ref": "master", "target_arch": "riscv",
                  "toolchain": "gcc-14", "kconfig": ["defconfig"], "callback": "%s"}]}
                """
                        .formatted(bridge.address());
        HttpResponse<String> answer = Http.post(api("/builds"), TOKEN, order);
        return json(answer).asJsonArray().getJsonObject(0).getString("uid");
    }

    private URI api(String path) {
        return tuxSuite.url().resolve("/v1/groups/lab/projects/kernels" + path);
    }

    private HttpResponse<String> order(String body) throws Exception {
        return Http.post(api("/tests"), TOKEN, body);
    }

    private JsonObject read(String path) throws Exception {
        HttpResponse<String> answer = Http.get(api(path), TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).asJsonObject();
    }

    /** A good order, with some members replaced by others. */
    private String good(String flaw) {
        String good =
                """
                {
                  "device": "qemu-riscv64",
                  "kernel": "https://files.example/Image.gz",
                  "modules": "https://files.example/modules.tar.xz",
                  "tests": ["ltp-smoke"],
                  "callback": "%s",
                  "callback_headers": {"X-Job-Secret": "s3cret"}
                }
                """
                        .formatted(bridge.address());
        var order = Json.createObjectBuilder(parse(good));
        parse("{" + flaw + "}").forEach(order::add);
        return order.build().toString();
    }

    private static JsonObject parse(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static JsonValue json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).read();
    }
}
