package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.log.OneLine;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobDurations;

/**
 * One attempt to deal with a callback. One that fails is set aside; when even that fails, the database is away and the
 * others would fare no better: they are due again when their lease ends.
 */
@ApplicationScoped
class Attempt {

    @Inject
    CallbackInbox inbox;

    @Inject
    CallbackOutcomes outcomes;

    @Inject
    JobDurations durations;

    @Inject
    Crowd crowd;

    /** @param deed what is tried; it returns the job that it finished */
    void at(long callback, Supplier<Optional<Job>> deed) {
        crowd.letPass();
        try (LogField about = LogField.callback(callback)) {
            attempt(callback, deed);
        }
    }

    private void attempt(long callback, Supplier<Optional<Job>> deed) {
        try {
            deed.get().ifPresent(this::finished);
        } catch (UnreadableCallback unreadable) {
            inbox.quarantine(callback, unreadable.getMessage());
            BridgeLog.LOG.quarantined(callback, unreadable.getMessage());
            outcomes.count(CallbackState.QUARANTINED);
        } catch (RuntimeException trouble) {
            // Ours or the database's fault, not the callback's: it stays until it can be applied.
            BridgeLog.LOG.notApplied(callback, trouble);
            outcomes.countFailure();
            inbox.postpone(callback, OneLine.of(trouble.toString()));
        }
    }

    private void finished(Job job) {
        try (LogField about = LogField.job(job.id())) {
            BridgeLog.LOG.finished(job.id(), job.buildId().orElse("?"));
        }
        durations.ended(job);
    }
}
