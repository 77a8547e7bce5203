package org.kcibridge.fastapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.KcidbTime;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Status;
import org.kcibridge.results.ResultWord;
import org.kcibridge.submission.kcidb.KcidbSchema;

/**
 * What came of tests, as KCIDB tests under the ids and paths that the old service gave them. What it had sent it forgot, and so
 * such a test has no status here: KCIDB has it, and an import brings it back.
 */
final class OldResults {

    private static final KcidbSchema SCHEMA = new KcidbSchema();

    private final OldTests tests;
    private final Map<String, JsonObject> unsent = new LinkedHashMap<>();
    private final Map<String, JsonObject> sent = new LinkedHashMap<>();
    private final List<String> unusable = new ArrayList<>();
    private long lost;

    private OldResults(OldTests tests) {
        this.tests = tests;
    }

    static OldResults of(OldTests tests) {
        OldResults all = new OldResults(tests);
        tests.tests().stream().filter(tests::isSent).forEach(test -> all.sent.put(all.id(test), all.known(test)));
        tests.results().forEach(all::add);
        tests.tests().stream().filter(tests::isReceived).forEach(all::addLost);
        return all;
    }

    private void add(JsonObject result) {
        JsonObject test = cleaned(result);
        List<String> violations = SCHEMA.violations(
                Report.builder().add(Kind.TESTS, test).build().toJson().toString());
        String id = test.getString("id", "");
        if (!violations.isEmpty()) {
            unusable.add(violations.get(0));
        } else if (sent.containsKey(id)) {
            sent.merge(id, test, (known, told) -> known.containsKey("status") ? known : told);
        } else {
            unsent.putIfAbsent(id, test);
        }
    }

    /** Its result was given up: in trouble with KCIDB the old service could delete what it had not sent. */
    private void addLost(String test) {
        if (!sent.containsKey(id(test)) && !unsent.containsKey(id(test))) {
            lost++;
            sent.put(id(test), known(test));
        }
    }

    /** Those that KCIDB has to be told of. */
    List<JsonObject> unsent() {
        return List.copyOf(unsent.values());
    }

    /** All others. */
    List<JsonObject> told() {
        return List.copyOf(sent.values());
    }

    /** How many of the others KCIDB may not have either. */
    long lost() {
        return lost;
    }

    /** Why results are left out, a line for each. */
    List<String> unusable() {
        return List.copyOf(unusable);
    }

    private String id(String test) {
        return OldService.ORIGIN + ":" + Sha256.hex("%s-%s-%s".formatted(tests.uid(), tests.collection(), test));
    }

    /** The first word of a test's name is that of its collection. */
    private String path(String test) {
        return tests.collection() + "." + test.substring(test.indexOf('-') + 1);
    }

    private JsonObject known(String test) {
        return new KcidbObject()
                .put("id", id(test))
                .put("build_id", tests.buildId())
                .put("origin", OldService.ORIGIN)
                .put("path", path(test))
                .put("start_time", tests.orderedAt().atOffset(ZoneOffset.UTC))
                .put("environment", environment(OldService.DEVICE))
                .put("misc", misc(JsonValue.EMPTY_JSON_OBJECT))
                .build();
    }

    private JsonObject cleaned(JsonObject result) {
        JsonObject misc = result.get("misc") instanceof JsonObject own ? own : JsonValue.EMPTY_JSON_OBJECT;
        return new KcidbObject()
                .putVerbatim("id", OldRow.text(result, "id").orElse(""))
                .put("build_id", OldRow.text(result, "build_id").orElseGet(tests::buildId))
                .put("origin", OldRow.text(result, "origin").orElse(OldService.ORIGIN))
                .put("path", OldRow.text(result, "path").orElse(null))
                .put(
                        "status",
                        OldRow.text(result, "status").map(OldResults::status).orElse(null))
                .put(
                        "start_time",
                        OldRow.text(result, "start_time")
                                .flatMap(KcidbTime::parse)
                                .orElseGet(() -> tests.orderedAt().atOffset(ZoneOffset.UTC)))
                .put("environment", environment(OldRow.text(misc, "platform").orElse(OldService.DEVICE)))
                .put("misc", misc(misc))
                .build();
    }

    /** The old service wrote KCIDB's words, and those of the runner that KCIDB does not know. */
    private static Status status(String word) {
        for (Status status : Status.values()) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        return ResultWord.status(word);
    }

    private static JsonObject environment(String platform) {
        return new KcidbObject()
                .put("misc", new KcidbObject().put("platform", platform).build())
                .build();
    }

    private JsonObject misc(JsonObject own) {
        String runtime = OldRow.text(own, "runtime").orElse(OldService.RUNNER);
        return new KcidbObject()
                .put("collection", tests.collection())
                .put("uid", tests.uid())
                .put("lab", runtime)
                .put("runtime", runtime)
                .build();
    }
}
