package org.kcibridge.lab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * The job that these results end, locked until the transaction is over; none if it is over already, or nobody asked for
     * them.
     *
     * @throws WrongJob when the job was about something else
     */
    Optional<Job> of(LabRun run) {
        return id(run.testUid())
                .flatMap(ledger::find)
                .filter(job -> job.kind() != JobKind.BUILD)
                .filter(job -> runners.get(job.runner()).handsResultsIn())
                .map(job -> ledger.lock(job.id()))
                .filter(job -> !job.state().isEnd())
                .map(job -> fitting(job, run));
    }

    private static Optional<UUID> id(String testUid) {
        try {
            return Optional.of(UUID.fromString(testUid));
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

    /** What was asked for and is not among the results: it never ran. Whoever reports of tests has booted. */
    static List<CaseResult> missing(Job job, List<CaseResult> results) {
        Set<String> reported = results.stream().map(CaseResult::suite).collect(Collectors.toSet());
        List<String> tests = ((TestOrder) job.order()).tests();
        return (tests.isEmpty() ? Stream.of(BOOT) : tests.stream())
                .filter(suite -> !reported.contains(suite))
                .map(suite -> CaseResult.of(suite, Status.MISS).commented("asked for, and not among the results"))
                .toList();
    }
}
