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
import java.util.UUID;
import org.kcibridge.heartbeat.Backoff;
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
    private static final Backoff LOOK_AGAIN = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

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

    /**
     * Applies it, unless that has been done.
     *
     * @return the job it finished, for whoever tells of it once this is committed
     * @throws UnreadableCallback when it cannot be made sense of; nothing has changed then
     */
    public Optional<Job> apply(long id) {
        Callback callback = entities.find(Callback.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (callback.isClosed()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Runner runner = runners.get(callback.runner());
        News news = runner.read(callback.body());
        if (news.subject() == News.Subject.OTHER) {
            callback.ignored("news of kind '%s' are none of our business".formatted(news.kind()), now);
            return Optional.empty();
        }
        String uid = news.uid().orElseThrow(() -> new UnreadableCallback("it names no uid"));
        Optional<Job> job = jobOf(callback, news, uid);
        if (job.isEmpty() || !job.get().knownAs(uid) && isForeign(job.get(), news)) {
            park(callback, "no job of ours is known to the runner as " + uid, now);
            return Optional.empty();
        }
        return apply(callback, news, uid, job.get(), runner, now);
    }

    /**
     * The job the news are about, locked. A secret admits news of its own job only. What is signed tells by itself, by the
     * runner's id of the work or by ours; the address, which no signature covers, is asked last.
     */
    private Optional<Job> jobOf(Callback callback, News news, String uid) {
        Optional<UUID> named = callback.jobId();
        Optional<UUID> job = callback.proof() == Proof.SIGNATURE
                ? ledger.findByUid(callback.runner(), uid)
                        .map(Job::id)
                        .or(() -> news.token().flatMap(ledger::find).map(Job::id))
                        .or(() -> named)
                : named;
        return job.map(ledger::lock);
    }

    /**
     * Whether nothing says that the news are about this job: the runner's id of it is not known yet, and the runner repeats
     * another id of ours. They may have overtaken the runner's answer to our order, which will tell.
     */
    private static boolean isForeign(Job job, News news) {
        return job.runnerUid().isEmpty() && !news.token().map(job.id()::equals).orElse(true);
    }

    private static void park(Callback callback, String why, Instant now) {
        if (callback.receivedAt().plus(PARKED_FOR).isBefore(now)) {
            callback.quarantined(why, now);
            BridgeLog.LOG.quarantined(callback.id(), why);
        } else {
            callback.parked(why, now, LOOK_AGAIN.after(callback.attempts()));
        }
    }

    private Optional<Job> apply(Callback callback, News news, String uid, Job job, Runner runner, Instant now) {
        callback.concerns(job.id());
        requireAbout(job, news, uid);
        if (job.state().isReported()) {
            callback.ignored("job %s is already %s".formatted(job.id(), job.state()), now);
            return Optional.empty();
        }
        Verdict verdict = runner.judge(news, publication.assignment(job, Optional.of(uid)));
        if (verdict instanceof Verdict.Final end) {
            publication.finish(job, uid, end.report());
            callback.applied(now);
            return Optional.of(job);
        }
        if (verdict instanceof Verdict.TooEarly early) {
            publication.underWay(job, uid);
            callback.ignored(early.reason(), now);
        }
        return Optional.empty();
    }

    /**
     * Two uids are possible for one job, when we died after ordering and ordered again; then our own id, which the runner
     * repeats, tells. A uid that another job is known by is never this one's.
     */
    private void requireAbout(Job job, News news, String uid) {
        boolean about = job.knownAs(uid)
                || ledger.findByUid(job.runner(), uid).isEmpty()
                        && news.token()
                                .map(job.id()::equals)
                                .orElse(job.runnerUid().isEmpty());
        if (!about) {
            throw new UnreadableCallback("it is about %s, but job %s is %s to the runner"
                    .formatted(uid, job.id(), job.runnerUid().orElse("unknown")));
        }
    }
}
