package org.kcibridge.runner.github;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/**
 * A run of the workflow.
 *
 * @param id GitHub's number of it
 * @param title what it is called; the workflow puts the job into it
 * @param status {@code queued}, {@code in_progress}, {@code completed} …
 * @param conclusion how it ended, empty until then: {@code success}, {@code failure}, {@code cancelled}, {@code timed_out} …
 * @param url where people look at it
 */
record WorkflowRun(long id, String title, String status, String conclusion, String url) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static WorkflowRun of(JsonObject run) {
        return new WorkflowRun(
                run.getJsonNumber("id").longValue(),
                text(run, "display_title"),
                text(run, "status"),
                text(run, "conclusion"),
                text(run, "html_url"));
    }

    boolean isOver() {
        return status.equals("completed");
    }

    JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("id", id)
                .add("status", status)
                .add("conclusion", conclusion)
                .add("html_url", url)
                .build();
    }

    /** What is {@code null} until the run is over counts as missing. */
    private static String text(JsonObject run, String member) {
        return !run.containsKey(member) || run.isNull(member) ? "" : run.getString(member, "");
    }
}
