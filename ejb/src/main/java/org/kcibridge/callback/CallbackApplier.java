package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.kcibridge.heartbeat.Backoff;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.runner.Assignment;
import org.kcibridge.runner.Evidence;
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

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Backoff LOOK_AGAIN = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

    @PersistenceContext
    EntityManager entities;

    @Inject
    RunnerCatalog runners;

    @Inject
    JobLedger ledger;

    @Inject
    Attribution attribution;

    @Inject
    Publication publication;

    @Inject
    CallbackOutcomes outcomes;

    @Inject
    DatabaseClock clock;

    /**
     * Applies it, unless that has been done. When it only points to the result, it is noted that this has to be fetched.
     *
     * @return the job it finished, for whoever tells of it once this is committed
     * @throws UnreadableCallback when it cannot be made sense of; nothing has changed then
     */
    public Optional<Job> apply(long id) {
        Callback callback = locked(id);
        if (callback.isClosed()) {
            return Optional.empty();
        }
        Optional<Job> finished = applyOpen(callback);
        outcomes.count(callback.state());
        return finished;
    }

    private Optional<Job> applyOpen(Callback callback) {
        Runner runner = runners.get(callback.runner());
        News news = runner.read(callback.body());
        if (news.subject() == News.Subject.OTHER) {
            callback.ignored("news of kind '%s' are none of our business".formatted(news.kind()), clock.now());
            return Optional.empty();
        }
        String uid = news.uid().orElseThrow(() -> new UnreadableCallback("it names no uid"));
        Optional<Job> job = attribution.jobOf(callback, news, uid);
        if (job.isEmpty()) {
            park(callback, "no job of ours is known to the runner as " + uid);
            return Optional.empty();
        }
        callback.concerns(job.get().id());
        Assignment assignment = publication.assignment(job.get(), Optional.of(uid));
        return settle(callback, job.get(), uid, () -> runner.judge(news, assignment, Evidence.NONE));
    }

    /**
     * What has to be known to gather the evidence for a callback, and to judge by it. Nothing is locked for that: whether it
     * is still open counts when it is {@linkplain #conclude concluded}.
     *
     * @return empty when it has been dealt with in the meantime
     */
    public Optional<OpenCase> openCase(long id) {
        Callback callback = entities.find(Callback.class, id);
        Job job = ledger.find(callback.jobId().orElseThrow()).orElseThrow();
        if (job.state().isReported()) {
            entities.refresh(callback, LockModeType.PESSIMISTIC_WRITE);
        }
        if (callback.isClosed() || isTooLate(callback, job)) {
            return Optional.empty();
        }
        Runner runner = runners.get(callback.runner());
        News news = runner.read(callback.body());
        Assignment assignment = publication.assignment(job, news.uid());
        return Optional.of(
                new OpenCase(runner, news, assignment, Duration.between(callback.receivedAt(), clock.now())));
    }

    /**
     * Applies what was judged by evidence.
     *
     * @return the job it finished
     */
    public Optional<Job> conclude(long id, OpenCase open, Verdict verdict) {
        Callback callback = locked(id);
        if (callback.isClosed()) {
            return Optional.empty();
        }
        Job job = ledger.lock(callback.jobId().orElseThrow());
        Optional<Job> finished = settle(callback, job, open.news().uid().orElseThrow(), () -> verdict);
        outcomes.count(callback.state());
        return finished;
    }

    private Optional<Job> settle(Callback callback, Job job, String uid, Supplier<Verdict> judgement) {
        if (isTooLate(callback, job)) {
            return Optional.empty();
        }
        Verdict verdict = judgement.get();
        if (verdict instanceof Verdict.Final end) {
            publication.finish(job, uid, end.report());
            callback.applied(clock.now());
            return Optional.of(job);
        }
        publication.underWay(job, uid);
        if (verdict instanceof Verdict.TooEarly early) {
            callback.ignored(early.reason(), clock.now());
        } else {
            callback.fetching(clock.now());
        }
        return Optional.empty();
    }

    /** Of two final callbacks the second finds the job reported. */
    private boolean isTooLate(Callback callback, Job job) {
        boolean late = job.state().isReported();
        if (late) {
            callback.ignored("job %s is already %s".formatted(job.id(), job.state()), clock.now());
        }
        return late;
    }

    private void park(Callback callback, String why) {
        if (isOld(callback)) {
            callback.quarantined(why, clock.now());
            BridgeLog.LOG.quarantined(callback.id(), why);
        } else {
            callback.parked(why, clock.now(), LOOK_AGAIN.after(callback.attempts()));
        }
    }

    /** Whether whatever it waits for has had its time. */
    private boolean isOld(Callback callback) {
        return callback.receivedAt().plus(PATIENCE).isBefore(clock.now());
    }

    private Callback locked(long id) {
        return entities.find(Callback.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
