package org.kcibridge.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kcibridge.callback.Publication;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;

/** Reports, once, that a job's result never came. */
@Stateless
public class LostJobs {

    @Inject
    JobLedger ledger;

    @Inject
    RunnerCatalog runners;

    @Inject
    Publication publication;

    /** Ends the job as LOST, unless its result has come in the meantime. */
    public void giveUp(UUID id) {
        Job job = ledger.lock(id);
        if (!job.state().isEnd()) {
            publication.lose(job, runners.get(job.runner()).lost(publication.assignment(job, job.runnerUid())));
        }
    }
}
