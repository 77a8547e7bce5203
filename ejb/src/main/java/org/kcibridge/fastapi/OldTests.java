package org.kcibridge.fastapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.scheduling.TestRequest;

/**
 * Tests of a build that the old service ordered together.
 *
 * @param json their row, with what has come of each and the results that are still there
 */
record OldTests(JsonObject json) {

    /** The old service forgot where the kernel was. */
    private static final URI KERNEL = URI.create("about:blank");

    String uid() {
        return json.getString("uid");
    }

    String buildId() {
        return json.getString("build_id");
    }

    String collection() {
        return OldRow.text(json, "collection").orElse("");
    }

    List<String> tests() {
        return OldRow.texts(json, "tests");
    }

    Instant orderedAt() {
        return OldRow.time(json, "scheduled_at");
    }

    /** What was asked for; empty if that was nothing. */
    Optional<TestRequest> request() {
        return tests().isEmpty() ? Optional.empty() : Optional.of(request(buildId(), tests(), collection()));
    }

    static TestRequest request(String build, List<String> tests, String collection) {
        return new TestRequest(
                OldService.RUNNER,
                build,
                OldService.ARCHITECTURE,
                OldService.DEVICE,
                KERNEL,
                Optional.empty(),
                tests,
                collection);
    }

    /** The results that KCIDB has not got, as they would have been sent to it. */
    List<JsonObject> results() {
        return lists().flatMap(list -> list.asJsonArray().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private Stream<JsonValue> lists() {
        return json.get("results") instanceof JsonArray rows
                ? rows.stream().filter(JsonArray.class::isInstance)
                : Stream.empty();
    }

    /** Whether the runner has told how they ended: it does so of all at once. */
    boolean isOver() {
        return !results().isEmpty() || tests().stream().anyMatch(test -> isReceived(test) || isSent(test));
    }

    boolean isReceived(String test) {
        return run(test).getBoolean("received", false);
    }

    /** Whether KCIDB was told, by the old service's own account. */
    boolean isSent(String test) {
        return run(test).getBoolean("sent", false);
    }

    private JsonObject run(String test) {
        return json.get("runs") instanceof JsonObject runs && runs.get(test) instanceof JsonObject run
                ? run
                : JsonValue.EMPTY_JSON_OBJECT;
    }
}
