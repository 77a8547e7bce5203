package org.kcibridge.scheduling;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;

/** Hands over what could not be handed over at once: the runner was down, or a node died on the way. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSender implements Chore {

    // Few at a time: each may take as long as a runner's time-out, and the lease covers all of them.
    private static final int PORTION = 1;

    @Inject
    JobLedger ledger;

    @Inject
    Handover handover;

    @Override
    public String name() {
        return "send jobs";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        List<Job> due = ledger.takeDue(JobState.REQUESTED, PORTION);
        due.forEach(job -> {
            try (LogField about = LogField.job(job.id())) {
                send(job);
            }
        });
        return due.size() == PORTION;
    }

    private void send(Job job) {
        if (job.isUnwanted()) {
            if (ledger.cancelled(job.id())) {
                BridgeLog.LOG.cancelled(job.id());
            }
        } else {
            handover.attemptAgain(job);
        }
    }
}
