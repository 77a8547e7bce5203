package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The way of a job, from the request to KCIDB's confirmation. */
@Named("timeline")
@RequestScoped
public class JobPage {

    private static final String JOB = "job_id";

    @Inject
    Pages pages;

    /** What has happened, in the order in which it did. */
    public List<Step> getSteps() {
        String id = pages.parameter("id");
        Map<String, Object> job = pages.item("jobs", id);
        List<Step> steps = new ArrayList<>();
        if (job.isEmpty()) {
            return steps;
        }
        steps.add(new Step(text(job, "created_at"), "Asked for", "", "", ""));
        for (Map<String, Object> callback : pages.of("callbacks", JOB, id)) {
            steps.add(new Step(
                    text(callback, "received_at"),
                    "Callback " + callback.get("id"),
                    text(callback, "reason"),
                    "callback.xhtml?id=" + callback.get("id"),
                    text(callback, "state")));
        }
        steps.add(new Step(
                text(job, "changed_at"),
                "Job is " + text(job, "state"),
                text(job, "last_error"),
                "",
                text(job, "state")));
        for (Map<String, Object> submission : pages.of("submissions", JOB, id)) {
            addSubmission(steps, submission);
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private void addSubmission(List<Step> steps, Map<String, Object> submission) {
        String address = "submission.xhtml?id=" + submission.get("id");
        steps.add(new Step(text(submission, "created_at"), "Report queued for KCIDB", "", address, "WAITING"));
        for (Map<String, Object> delivery : pages.of("deliveries", "submission_id", text(submission, "id"))) {
            steps.add(new Step(
                    text(delivery, "posted_at"),
                    "Posted to KCIDB, delivery " + delivery.get("id"),
                    text(delivery, "kcidb_id"),
                    address,
                    text(delivery, "state")));
        }
        steps.add(new Step(
                text(submission, "changed_at"),
                "Report is " + text(submission, "state"),
                text(submission, "last_error"),
                address,
                text(submission, "state")));
    }

    private static String text(Map<String, Object> of, String name) {
        Object value = of.get(name);
        return value == null ? "" : value.toString();
    }

    /** Something that happened. */
    public record Step(String at, String what, String detail, String address, String state) {

        public String getAt() {
            return at;
        }

        public String getWhat() {
            return what;
        }

        public String getDetail() {
            return detail;
        }

        public String getAddress() {
            return address;
        }

        public String getState() {
            return state;
        }
    }
}
