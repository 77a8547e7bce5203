package org.kcibridge.lab;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kcibridge.artefact.Artefacts;
import org.kcibridge.callback.Publication;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Reports;
import org.kcibridge.results.CaseResult;
import org.kcibridge.results.TestObjects;
import org.kcibridge.results.TestRun;
import org.kcibridge.scheduling.Job;
import org.kcibridge.settings.BridgeSettings;
import org.kcibridge.submission.Outbox;

/**
 * Takes the results that labs hand in: into the report tables, their logs among the artefacts, and into the outbox, all in one
 * transaction. What was handed in before stays as it is.
 */
@Stateless
public class LabReports {

    private static final String TEXT = "text/plain;charset=UTF-8";

    @Inject
    Reports reports;

    @Inject
    Outbox outbox;

    @Inject
    Artefacts artefacts;

    @Inject
    KnownTests knownTests;

    @Inject
    AwaitedJob awaited;

    @Inject
    Publication publication;

    @Inject
    DatabaseClock clock;

    @Inject
    BridgeSettings settings;

    /**
     * Takes results that have logs of their own, or none.
     *
     * @throws ConflictingResults when one was handed in before, and otherwise, or too late for the job they are of
     * @throws WrongJob when the run names a job that was about something else
     */
    public Taken take(LabRun run, List<LabCase> cases) {
        Optional<Job> job = awaited.of(run);
        TestRun testRun = run.testRun(origin(job), now(), Optional.empty(), JsonValue.EMPTY_JSON_ARRAY);
        List<JsonObject> tests = TestObjects.of(
                testRun, whole(job, cases.stream().map(LabCase::result).toList()));
        Map<String, String> logs = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String id = tests.get(i).getString("id");
            cases.get(i).log().ifPresent(log -> logs.put(id, log));
        }
        List<JsonObject> unknown = unknown(job, testRun, tests);
        return report(job, unknown.stream().map(test -> withLog(test, logs)).toList(), tests.size());
    }

    /**
     * Takes results that came in one document, which is kept as well.
     *
     * @throws ConflictingResults when one was handed in before, and otherwise, or too late for the job they are of
     * @throws WrongJob when the run names a job that was about something else
     */
    public Taken take(LabRun run, List<CaseResult> results, Document document) {
        String url = artefacts.url(document.sha256());
        Optional<Job> job = awaited.of(run);
        TestRun testRun = run.testRun(origin(job), now(), document.asLog(url), document.asOutput(url));
        List<JsonObject> tests = TestObjects.of(testRun, whole(job, results));
        List<JsonObject> unknown = unknown(job, testRun, tests);
        if (!unknown.isEmpty()) {
            String stored = artefacts.store(document.contentType(), document.content());
            artefacts.attach(stored, unknown.stream().map(LabReports::id).toList());
        }
        return report(job, unknown, tests.size());
    }

    private JsonObject withLog(JsonObject test, Map<String, String> logs) {
        String log = logs.get(id(test));
        if (log == null) {
            return test;
        }
        String stored = artefacts.store(TEXT, log.getBytes(StandardCharsets.UTF_8));
        artefacts.attach(stored, List.of(id(test)));
        return new KcidbObject()
                .putAll(test)
                .put("log_url", artefacts.url(stored))
                .build();
    }

    private String origin(Optional<Job> job) {
        return job.map(Job::origin).orElseGet(settings::origin);
    }

    /** The tests that nobody has reported yet; nobody else reports any of this run meanwhile. */
    private List<JsonObject> unknown(Optional<Job> job, TestRun run, List<JsonObject> tests) {
        knownTests.hold(run.uid());
        List<JsonObject> unknown = knownTests.without(tests);
        job.ifPresent(one -> AwaitedJob.requireRoom(one, unknown, tests));
        return unknown;
    }

    /** The results with what was asked for and never ran. */
    private static List<CaseResult> whole(Optional<Job> job, List<CaseResult> results) {
        List<CaseResult> missing =
                job.map(one -> AwaitedJob.missing(one, results)).orElse(List.of());
        return Stream.concat(results.stream(), missing.stream()).toList();
    }

    private Taken report(Optional<Job> job, List<JsonObject> unknown, int all) {
        if (unknown.isEmpty()) {
            return new Taken(Optional.empty(), unknown, all);
        }
        Report.Builder report = Report.builder();
        unknown.forEach(test -> report.add(Kind.TESTS, test));
        Report made = report.build();
        UUID submission = job.map(one -> publication.finish(one, one.id().toString(), made))
                .orElseGet(() -> queued(made));
        return new Taken(Optional.of(submission), unknown, all - unknown.size());
    }

    private UUID queued(Report made) {
        reports.store(made);
        return outbox.queue(null, made);
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static String id(JsonObject test) {
        return test.getString("id");
    }
}
