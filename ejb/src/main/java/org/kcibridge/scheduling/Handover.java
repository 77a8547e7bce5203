package org.kcibridge.scheduling;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.kcibridge.heartbeat.Backoff;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.meter.Meters;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.settings.BridgeSettings;

/**
 * One attempt to give a job to its runner, and what the ledger is told of it. Dying in the middle is fine: the job stays
 * REQUESTED and is due again when its lease is over, under the same client token.
 */
@ApplicationScoped
public class Handover {

    /** The header a runner sends a job's secret back in: the job's id, a dot, the secret. */
    public static final String SECRET_HEADER = "X-KCI-Bridge-Job";

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** So many clients may wait for a runner; a slow one must not take all threads, which callbacks need as well. */
    private static final int MOST_WAITING = 8;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    @Inject
    BridgeSettings settings;

    @Inject
    RunnerCatalog runners;

    @Inject
    JobLedger ledger;

    @Inject
    Meters meters;

    /**
     * The attempt a client waits for.
     *
     * @throws RunnerRefused when the runner says no; everything else is noted and left for later
     */
    public void attempt(Job job) {
        if (!waiting.tryAcquire()) {
            ledger.leave(job.id());
            return;
        }
        try (LogField about = LogField.job(job.id())) {
            handOverNow(job);
        } finally {
            waiting.release();
        }
    }

    private void handOverNow(Job job) {
        try {
            handOver(job);
        } catch (RunnerRefused refused) {
            if (ended(job, refused)) {
                throw refused;
            }
        }
    }

    /**
     * An attempt nobody waits for any more: the client was told that the job is taken, so it does not end because our
     * token has expired in the meantime.
     */
    public void attemptAgain(Job job) {
        try (LogField about = LogField.job(job.id())) {
            handOverAgain(job);
        }
    }

    private void handOverAgain(Job job) {
        try {
            handOver(job);
        } catch (RunnerRefused refused) {
            if (refused.isAboutUs()) {
                later(job, refused.getMessage());
            } else {
                ended(job, refused);
            }
        } catch (RuntimeException trouble) {
            // Whatever it is, it must not keep the job from being tried ever more rarely.
            later(job, trouble.toString());
            throw trouble;
        }
    }

    private void handOver(Job job) {
        try {
            String uid = runners.get(job.runner()).order(job.order(), addressOf(job));
            if (submitted(job, uid)) {
                BridgeLog.LOG.submitted(job.id(), job.runner(), uid);
                count(job, "submitted");
            }
        } catch (RunnerUnavailable unavailable) {
            later(job, unavailable.getMessage());
        }
    }

    /** Whose an id is, is only looked up when the ledger has refused it, as it does when another job has it. */
    private boolean submitted(Job job, String uid) {
        try {
            return ledger.submitted(job.id(), uid);
        } catch (EJBException refused) {
            ledger.findByUid(job.runner(), uid)
                    .filter(other -> !other.id().equals(job.id()))
                    .orElseThrow(() -> refused);
            later(job, "the runner answered with the id of another job: " + uid);
            return false;
        }
    }

    private boolean ended(Job job, RunnerRefused refused) {
        count(job, "refused");
        boolean moved = ledger.rejected(job.id(), refused.getMessage());
        if (moved) {
            BridgeLog.LOG.rejected(job.id(), job.runner(), refused.getMessage());
        }
        return moved;
    }

    private void later(Job job, String reason) {
        count(job, "postponed");
        ledger.postponed(job.id(), reason, PAUSES.after(job.attempts()));
        BridgeLog.LOG.unreachable(job.id(), job.runner(), reason);
    }

    private void count(Job job, String outcome) {
        meters.counter("kci_bridge.handovers", "runner", job.runner(), "outcome", outcome)
                .increment();
    }

    private ReturnAddress addressOf(Job job) {
        URI url = URI.create("%s/api/v1/%s/callback/%s?job=%s"
                .formatted(settings.publicUrl(), job.runner(), job.kind().door(), job.id()));
        return new ReturnAddress(url, SECRET_HEADER, job.id() + "." + job.callbackSecret());
    }
}
