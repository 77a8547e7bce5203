package org.kcibridge.results;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kcibridge.report.KcidbObject;

/**
 * Makes KCIDB tests of what a harness reports, each complete from the start: KCIDB's ingester keeps the first value of every
 * member and ignores what comes later.
 */
public final class TestObjects {

    private static final String MISC = "misc";

    private final TestRun run;
    private final JsonObject environment;
    private final JsonObject misc;

    private TestObjects(TestRun run) {
        this.run = run;
        this.environment = run.platform().toJson();
        this.misc = new KcidbObject().putAll(run.misc()).build();
    }

    /** The tests, in the order of the results. */
    public static List<JsonObject> of(TestRun run, List<CaseResult> results) {
        TestObjects tests = new TestObjects(run);
        List<String> ids = TestIds.of(run.origin(), run.uid(), results);
        List<JsonObject> objects = new ArrayList<>(results.size());
        for (int i = 0; i < ids.size(); i++) {
            objects.add(tests.object(ids.get(i), results.get(i)));
        }
        return objects;
    }

    private JsonObject object(String id, CaseResult result) {
        return new KcidbObject()
                .put("id", id)
                .put("build_id", run.buildId())
                .put("origin", run.origin())
                .put("path", TestPath.of(result))
                .put("status", result.status())
                .put("start_time", result.startTime().orElse(run.startTime()))
                .put("duration", result.duration().orElse((BigDecimal) null))
                .put("number", result.measurement().map(TestObjects::number).orElse(null))
                .put("comment", result.comment().orElse(null))
                .put("environment", environment)
                .put("log_url", run.logUrl().orElse(null))
                .put("log_excerpt", result.log())
                .put("input_files", run.inputFiles())
                .put("output_files", run.outputFiles())
                .put(MISC, misc(result))
                .build();
    }

    private static JsonObject number(Measurement measured) {
        return new KcidbObject()
                .put("value", measured.value())
                .put("unit", measured.unit().orElse(null))
                .build();
    }

    /** Runtime and lab come last: KCIDB's ingester stumbles if they are anything but text. */
    private JsonObject misc(CaseResult result) {
        return new KcidbObject(misc)
                .putAll(result.details())
                .put("suite", result.suite())
                .put("lab", run.runtime())
                .put("runtime", run.runtime())
                .build();
    }
}
