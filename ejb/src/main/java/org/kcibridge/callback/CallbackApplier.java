package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.runner.News;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.runner.Verdict;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;

/**
 * Applies one callback in one transaction: report, outbox, job and callback change together or not at all. The job is
 * locked meanwhile, so that of two final callbacks the second finds it ended.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallbackApplier {

    private static final Duration PARKED_FOR = Duration.ofDays(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RunnerCatalog runners;

    @Inject
    JobLedger ledger;

    @Inject
    Publication publication;

    @Inject
    DatabaseClock clock;

    /** @throws UnreadableCallback when it cannot be made sense of; nothing has changed then */
    public void apply(long id) {
        Callback callback = entities.find(Callback.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (callback.isClosed()) {
            return;
        }
        Instant now = clock.now();
        Runner runner = runners.get(callback.runner());
        News news = runner.read(callback.body());
        if (news.subject() == News.Subject.OTHER) {
            callback.ignored("news of kind '%s' are none of our business".formatted(news.kind()), now);
            return;
        }
        Optional<Job> job = ledger.concerned(runner.code(), callback.jobId(), news.token(), news.uid());
        if (job.isEmpty()) {
            park(callback, news, now);
        } else {
            apply(callback, news, job.get(), runner, now);
        }
    }

    private static void park(Callback callback, News news, Instant now) {
        String why = "no job of ours is known to the runner as %s"
                .formatted(news.uid().orElse("(no uid)"));
        if (callback.receivedAt().plus(PARKED_FOR).isBefore(now)) {
            callback.quarantined(why, now);
            BridgeLog.LOG.quarantined(callback.id(), why);
        } else {
            callback.parked(why, now, LOOK_AGAIN);
        }
    }

    private void apply(Callback callback, News news, Job job, Runner runner, Instant now) {
        String uid = news.uid().orElseThrow(() -> new UnreadableCallback("it names no uid"));
        if (!isAbout(job, news, uid)) {
            throw new UnreadableCallback("it is about %s, but job %s is %s to the runner"
                    .formatted(uid, job.id(), job.runnerUid().orElse("unknown")));
        }
        if (job.state().isEnd()) {
            callback.ignored("job %s is already %s".formatted(job.id(), job.state()), now);
            return;
        }
        Verdict verdict = runner.judge(news, publication.assignment(job, Optional.of(uid)));
        if (verdict instanceof Verdict.Final end) {
            publication.finish(job, uid, end.report());
            callback.applied(job.id(), now);
        } else if (verdict instanceof Verdict.TooEarly early) {
            publication.underWay(job, uid);
            callback.ignored(early.reason(), now);
        }
    }

    /**
     * A job's secret admits news of that job only. Two uids are possible for one job, when we died after ordering and
     * ordered again; then the token we ordered under tells.
     */
    private static boolean isAbout(Job job, News news, String uid) {
        return job.runnerUid().map(uid::equals).orElse(true)
                || news.token().map(job.id()::equals).orElse(false);
    }
}
