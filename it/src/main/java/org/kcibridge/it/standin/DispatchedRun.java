package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A run of the workflow that somebody dispatched. Its name holds the job, as our own workflow's does.
 *
 * @param id GitHub's number of it
 * @param inputs what it was told
 * @param status {@code in_progress} or {@code completed}
 * @param conclusion how it ended; empty until then
 */
public record DispatchedRun(long id, JsonObject inputs, String status, String conclusion) {

    /** The job it does. */
    public String job() {
        return inputs.getString("job", "");
    }

    DispatchedRun ended(String how) {
        return new DispatchedRun(id, inputs, "completed", how);
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("display_title", "Test " + job())
                .add("status", status)
                .add("conclusion", conclusion.isEmpty() ? JsonValue.NULL : Json.createValue(conclusion))
                .add("html_url", "https://github.example.org/actions/runs/" + id)
                .build();
    }
}
