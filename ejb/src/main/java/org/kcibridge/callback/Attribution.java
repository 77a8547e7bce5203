package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.runner.News;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;

/**
 * Finds out which job news are about, and locks it. What comes under a job's secret, or was asked for, is about that job or
 * about nothing. What is only signed tells by itself: by the runner's id of the work, then by ours if the runner repeats it.
 */
@ApplicationScoped
class Attribution {

    @Inject
    JobLedger ledger;

    /**
     * @return empty while nothing says that the news are about a job of ours; they may have overtaken the runner's answer
     *     to our order, which will tell
     * @throws UnreadableCallback when they are about something else than the job they came for
     */
    Optional<Job> jobOf(Callback callback, News news, String uid) {
        Optional<UUID> named = callback.jobId();
        Optional<UUID> told = ledger.findByUid(callback.runner(), uid)
                .map(Job::id)
                .or(() -> news.token().flatMap(ledger::find).map(Job::id));
        Optional<Job> job = (callback.proof() == Proof.SIGNATURE ? told.or(() -> named) : named).map(ledger::lock);
        if (job.isEmpty() || isForeign(job.get(), news, uid)) {
            return Optional.empty();
        }
        requireAbout(callback, job.get(), news, uid);
        return job;
    }

    /** Whether the runner's id of the job is not known yet, and the runner repeats another id of ours. */
    private static boolean isForeign(Job job, News news, String uid) {
        return !job.knownAs(uid)
                && job.runnerUid().isEmpty()
                && !news.token().map(job.id()::equals).orElse(true);
    }

    private void requireAbout(Callback callback, Job job, News news, String uid) {
        boolean vouched = callback.jobId().map(job.id()::equals).orElse(false);
        boolean about = job.knownAs(uid)
                || ledger.findByUid(job.runner(), uid).isEmpty() && isOfTheSameOrder(job, news, vouched);
        if (!about) {
            throw new UnreadableCallback("it is about %s, but job %s is %s to the runner"
                    .formatted(uid, job.id(), job.runnerUid().orElse("unknown")));
        }
        if (news.subject() != job.kind().subject()) {
            throw new UnreadableCallback("it is news of a %s, but job %s is a %s"
                    .formatted(news.kind(), job.id(), job.kind().door()));
        }
    }

    /**
     * Two uids are possible for one job, when we died after ordering and ordered again. Our own id tells, where the runner
     * repeats it; tests have none, and there the secret does, which the runner has from an order of this very job.
     */
    private static boolean isOfTheSameOrder(Job job, News news, boolean vouched) {
        return news.token()
                .map(job.id()::equals)
                .orElse(job.runnerUid().isEmpty() || vouched && news.subject() == News.Subject.TEST);
    }
}
