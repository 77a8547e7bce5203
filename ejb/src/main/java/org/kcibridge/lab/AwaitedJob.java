package org.kcibridge.lab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kcibridge.report.Status;
import org.kcibridge.results.CaseResult;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.TestOrder;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobKind;
import org.kcibridge.scheduling.JobLedger;

/** Jobs whose runner hands its results in: the run's id is the job's. */
@ApplicationScoped
class AwaitedJob {

    private static final String BOOT = "boot";

    @Inject
    JobLedger ledger;

    @Inject
    RunnerCatalog runners;

    /**
     * The job that these results are of, locked until the transaction is over; none if nobody asked for them. They end it,
     * unless it is reported already: one that was refused or cancelled may have been run all the same.
     *
     * @throws WrongJob when the job was about something else
     */
    Optional<Job> of(LabRun run) {
        return id(run.testUid())
                .flatMap(ledger::find)
                .filter(job -> job.kind() != JobKind.BUILD)
                .filter(job -> runners.get(job.runner()).handsResultsIn())
                .map(job -> ledger.lock(job.id()))
                .map(job -> fitting(job, run));
    }

    private static Optional<UUID> id(String testUid) {
        try {
            return Optional.of(UUID.fromString(testUid))
                    .filter(id -> id.toString().equals(testUid));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Job fitting(Job job, LabRun run) {
        TestOrder order = (TestOrder) job.order();
        if (!order.buildId().equals(run.buildId()) || !order.device().equals(run.device())) {
            throw new WrongJob("job %s is about build %s on %s".formatted(job.id(), order.buildId(), order.device()));
        }
        return job;
    }

    /**
     * All results of a job are reported together, so that KCIDB is not told that a test is missing and then how it ended.
     *
     * @param unknown those of the tests that are not reported yet
     * @throws ConflictingResults when there are any, and the job is reported
     */
    static void requireRoom(Job job, List<JsonObject> unknown, List<JsonObject> tests) {
        if (job.state().isReported() && !unknown.isEmpty()) {
            String before = "is not among the results of job %s, which is %s".formatted(job.id(), job.state());
            throw new ConflictingResults(unknown.stream()
                    .map(test -> new ConflictingResults.Conflict(tests.indexOf(test), test.getString("id"), before))
                    .toList());
        }
    }

    /** What was asked for and is not among the results: it never ran. Whoever reports of tests has booted. */
    static List<CaseResult> missing(Job job, List<CaseResult> results) {
        if (job.state().isReported()) {
            return List.of();
        }
        List<String> tests = ((TestOrder) job.order()).tests();
        return (tests.isEmpty() ? Stream.of(BOOT) : tests.stream())
                .filter(suite -> results.stream().noneMatch(result -> covers(result.suite(), suite)))
                .map(suite -> CaseResult.of(suite, Status.MISS).commented("asked for, and not among the results"))
                .toList();
    }

    /** Labs may call a suite by the name of its family: {@code ltp} where {@code ltp-smoke} was asked for. */
    private static boolean covers(String reported, String suite) {
        return suite.equals(reported) || suite.startsWith(reported + "-");
    }
}
