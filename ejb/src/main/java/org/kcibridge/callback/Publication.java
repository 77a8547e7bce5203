package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Reports;
import org.kcibridge.runner.Assignment;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.submission.Outbox;

/**
 * Ends a job with its report: into the report tables, into the outbox, and the job is over, all in the caller's
 * transaction.
 */
@ApplicationScoped
public class Publication {

    @Inject
    Reports reports;

    @Inject
    Outbox outbox;

    @Inject
    JobLedger ledger;

    /** What the runner's verdict is made from. */
    public Assignment assignment(Job job, Optional<String> uid) {
        return new Assignment(job.order(), uid, job.origin(), job.createdAt());
    }

    /**
     * Ends a job with its result.
     *
     * @param uid the runner's id of the work that brought the result
     * @return the submission
     */
    public UUID finish(Job job, String uid, Report report) {
        UUID submission = publish(job, report);
        ledger.finished(job, uid, buildOf(job, report));
        return submission;
    }

    /** @param report says that the result never came */
    public void lose(Job job, Report report) {
        publish(job, report);
        ledger.lost(job, buildOf(job, report));
    }

    /** The runner is at it: news of a job prove that it has the job, even when its answer to our order got lost. */
    public void underWay(Job job, String uid) {
        ledger.heardOf(job, uid);
    }

    private UUID publish(Job job, Report report) {
        reports.store(report);
        return outbox.queue(job.id(), report);
    }

    /** The build that is reported, or the one that was tested. */
    private static String buildOf(Job job, Report report) {
        return report.objects(Kind.BUILDS).stream()
                .map(build -> build.getString("id"))
                .findFirst()
                .or(job::buildId)
                .orElseThrow();
    }
}
