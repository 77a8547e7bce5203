package org.kcibridge.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.kcibridge.callback.CallbackInbox;
import org.kcibridge.callback.Publication;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;

/** Reports, once, that a job's result never came. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LostJobs {

    private static final Duration LATER = Duration.ofMinutes(15);

    @Inject
    JobLedger ledger;

    @Inject
    CallbackInbox inbox;

    @Inject
    RunnerCatalog runners;

    @Inject
    Publication publication;

    @Inject
    DatabaseClock clock;

    /**
     * Ends the job as LOST, unless its result has come in the meantime. While news of it lie in the inbox, unapplied for
     * whatever reason, nobody can say that the result never came.
     *
     * @return whether it is lost now
     */
    public boolean giveUp(UUID id) {
        Job job = ledger.lock(id);
        if (job.state().isEnd()) {
            return false;
        }
        if (inbox.holdsNewsOf(id)) {
            job.unasked("news of it lie in the inbox and are not applied", clock.now(), LATER);
            return false;
        }
        publication.lose(job, runners.get(job.runner()).lost(publication.assignment(job, job.runnerUid())));
        return true;
    }
}
