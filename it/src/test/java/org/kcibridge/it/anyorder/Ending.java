package org.kcibridge.it.anyorder;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.it.standin.TuxSuiteScript;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/** What TuxSuite is asked for, and how that ends. */
enum Ending {
    BUILD_PASSES("builds"),
    BUILD_FAILS("builds"),
    TEST_PASSES("tests"),
    TEST_FAILS("tests"),
    TEST_BREAKS("tests");

    private final String resource;

    Ending(String resource) {
        this.resource = resource;
    }

    boolean isTest() {
        return resource.equals("tests");
    }

    /** The path of callbacks about it. */
    String door() {
        return isTest() ? "test" : "build";
    }

    /** However often it is ordered, it ends the same way, and at once. */
    void prepare(TuxSuiteScript script) {
        for (int order = 0; order < Plot.LONGEST; order++) {
            switch (this) {
                case BUILD_PASSES -> script.nextBuilds(BuildOutcome.pass());
                case BUILD_FAILS -> script.nextBuilds(BuildOutcome.fail());
                case TEST_PASSES -> script.nextRuns(TuxRun.passing());
                case TEST_FAILS -> script.nextRuns(TuxRun.of("ltp-smoke").failed("smoke03", "TFAIL: open succeeded"));
                case TEST_BREAKS -> script.nextRuns(TuxRun.infrastructureError(2));
            }
        }
    }

    /** Asks for work that nobody has asked for yet. @return the id of its job */
    String ask(ApiClient api, String name) {
        if (!isTest()) {
            return api.build(Map.of("branch", name)).json().getString("id");
        }
        JsonObject test = Json.createObjectBuilder()
                .add("build_id", "maestro:" + name)
                .add("kernel_image_url", "https://files.example.org/Image.gz")
                .add("tests", Json.createArrayBuilder().add("ltp-smoke"))
                .add("collection", "any order")
                .build();
        return api.post("/tests/run", test.toString(), "Prefer", "return=representation")
                .json()
                .getString("id");
    }
}
