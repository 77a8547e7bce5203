package org.kcibridge.it.tests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** What tests of boots and tests begin with: a build that another origin reported, and words to have it tested. */
abstract class TestedKernel extends BridgeTest {

    static final String BUILD = "maestro:68d0c5a1";
    static final String KERNEL = "https://files.example.org/68d0c5a1/Image.gz";
    static final String SECRET = "X-KCI-Bridge-Job";
    static final String SIGNATURE = "x-tux-payload-signature";

    /** What clients send at least. */
    static JsonObject request(String... tests) {
        return Json.createObjectBuilder()
                .add("build_id", BUILD)
                .add("kernel_image_url", KERNEL)
                .add("tests", Json.createArrayBuilder(List.of(tests)))
                .add("collection", "nightly")
                .build();
    }

    static JsonObject boot() {
        return Json.createObjectBuilder(request())
                .remove("tests")
                .remove("collection")
                .build();
    }

    static JsonObject with(JsonObject request, String field, String value) {
        return Json.createObjectBuilder(request).add(field, value).build();
    }

    Reply ask(JsonObject request) {
        String path = request.containsKey("tests") ? "/tests/run" : "/boot-test/run";
        return api.post(path, request.toString(), "Prefer", "return=representation");
    }

    /** Schedules tests that nobody has asked for yet, and returns the id of their job. */
    String schedule(String... tests) {
        return ask(request(tests)).json().getString("id");
    }

    String scheduleBoot() {
        return ask(boot()).json().getString("id");
    }

    /** Schedules tests that TuxSuite has not finished when the test ends. */
    String scheduleLong(String... tests) {
        tuxSuite.script().testTime(Duration.ofHours(1));
        return schedule(tests);
    }

    String uid(String job) {
        return job(job).getString("runner_uid");
    }

    String secretOf(String job) {
        return job + "." + database.value("select callback_secret from job where id = ?", UUID.fromString(job));
    }

    JsonObject lastOrder() {
        List<JsonObject> orders = tuxSuite.testOrders();
        return orders.get(orders.size() - 1);
    }

    /** What KCIDB was told of a job, once it has it. */
    List<JsonObject> reported(String job) {
        awaitDelivery(job);
        return api.get("/submissions/" + submissionOf(job).getString("id"))
                .json()
                .getJsonObject("document")
                .getJsonArray("tests")
                .getValuesAs(JsonObject.class);
    }

    /** The same in short: {@code boot=PASS}. */
    List<String> outcomes(String job) {
        return reported(job).stream()
                .map(test -> test.getString("path") + "=" + test.getString("status"))
                .toList();
    }

    JsonObject reported(String job, String path) {
        return reported(job).stream()
                .filter(test -> test.getString("path").equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Why a file could not be looked at, as the report tells. */
    static Map<String, JsonValue> unavailable(JsonObject test) {
        JsonObject misc = test.getJsonObject("misc");
        return misc.containsKey("unavailable") ? misc.getJsonObject("unavailable") : Map.of();
    }

    static List<String> violations(JsonObject document) {
        return new KcidbSchema().violations(document.toString());
    }
}
