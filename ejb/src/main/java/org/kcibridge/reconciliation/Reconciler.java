package org.kcibridge.reconciliation;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.kcibridge.callback.CallbackInbox;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobDurations;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.scheduling.JobState;

/**
 * Asks runners about jobs that are past their deadline. The answer goes through the inbox like a callback. A job is asked
 * about at its deadline and again after as long each time; when the last answer is no result either, it is lost. One that
 * an operator cancelled is stopped first.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciler implements Chore {

    /** So many times a runner is asked before the job counts as lost. */
    public static final int QUESTIONS = 3;

    private static final int PORTION = 1;
    private static final Duration LATER = Duration.ofMinutes(5);

    @Inject
    JobLedger ledger;

    @Inject
    RunnerCatalog runners;

    @Inject
    CallbackInbox inbox;

    @Inject
    LostJobs lostJobs;

    @Inject
    JobDurations durations;

    @Override
    public String name() {
        return "reconcile jobs";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        List<Job> due = ledger.takeDue(JobState.SUBMITTED, PORTION);
        due.forEach(job -> {
            try (LogField about = LogField.job(job.id())) {
                reconcile(job);
            }
        });
        return due.size() == PORTION;
    }

    /**
     * Asks about one job out of turn: the question does not count, and what the runner says goes through the inbox like any
     * other news.
     *
     * @return whether it said anything
     */
    public boolean askNow(UUID id) {
        Job job = ledger.find(id).orElseThrow();
        if (job.state() != JobState.SUBMITTED) {
            return false;
        }
        try (LogField about = LogField.job(id)) {
            return answers(job);
        }
    }

    private boolean answers(Job job) {
        try {
            keep(job);
            return true;
        } catch (RunnerRefused | RunnerUnavailable trouble) {
            BridgeLog.LOG.notAnswered(job.id(), job.runner(), trouble.getMessage());
            return false;
        }
    }

    private void reconcile(Job job) {
        if (job.isToBeStopped()) {
            stop(job);
        } else if (job.attempts() < QUESTIONS) {
            ask(job);
        } else if (lostJobs.giveUp(job.id())) {
            BridgeLog.LOG.lost(job.id(), job.runner());
            ledger.find(job.id()).ifPresent(durations::ended);
        }
    }

    private void stop(Job job) {
        try {
            runners.get(job.runner()).cancel(job.order(), job.runnerUid().orElseThrow());
            ledger.toldToStop(job.id());
            BridgeLog.LOG.toldToStop(job.id(), job.runner());
        } catch (RunnerRefused refused) {
            BridgeLog.LOG.notStopped(job.id(), job.runner(), refused.getMessage());
            if (refused.isAboutUs()) {
                ledger.unasked(job.id(), refused.getMessage(), LATER);
            } else {
                // There is nothing to stop any more: what it came to is asked for.
                ledger.toldToStop(job.id());
            }
        } catch (RunnerUnavailable down) {
            BridgeLog.LOG.notStopped(job.id(), job.runner(), down.getMessage());
            ledger.unasked(job.id(), down.getMessage(), LATER);
        }
    }

    private void ask(Job job) {
        try {
            keep(job);
            ledger.asked(job.id());
        } catch (RunnerRefused refused) {
            if (refused.isAboutUs()) {
                unasked(job, refused.getMessage());
            } else {
                // It does not know its own work: that counts as an answer, or the job would wait for ever.
                ledger.asked(job.id());
                BridgeLog.LOG.notAnswered(job.id(), job.runner(), refused.getMessage());
            }
        } catch (RunnerUnavailable down) {
            unasked(job, down.getMessage());
        }
    }

    private void keep(Job job) {
        byte[] answer =
                runners.get(job.runner()).ask(job.order(), job.runnerUid().orElseThrow());
        inbox.keepAnswer(job, answer);
    }

    private void unasked(Job job, String reason) {
        ledger.unasked(job.id(), reason, LATER);
        BridgeLog.LOG.notAnswered(job.id(), job.runner(), reason);
    }
}
