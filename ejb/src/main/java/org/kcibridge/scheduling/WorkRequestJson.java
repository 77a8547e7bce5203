package org.kcibridge.scheduling;

import jakarta.json.JsonObject;

/** A request of any kind as the job keeps it. */
final class WorkRequestJson {

    private WorkRequestJson() {}

    static JsonObject write(WorkRequest request) {
        return request instanceof TestRequest test
                ? TestRequestJson.write(test)
                : BuildRequestJson.write((BuildRequest) request);
    }

    static WorkRequest read(JobKind kind, String text) {
        return kind == JobKind.BUILD ? BuildRequestJson.read(text) : TestRequestJson.read(text);
    }
}
