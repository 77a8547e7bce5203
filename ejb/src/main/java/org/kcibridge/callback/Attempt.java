package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.scheduling.Job;

/**
 * One attempt to deal with a callback. One that fails is set aside; when even that fails, the database is away and the
 * others would fare no better: they are due again when their lease ends.
 */
@ApplicationScoped
class Attempt {

    @Inject
    CallbackInbox inbox;

    /** @param deed what is tried; it returns the job that it finished */
    void at(long callback, Supplier<Optional<Job>> deed) {
        try {
            deed.get()
                    .ifPresent(job ->
                            BridgeLog.LOG.finished(job.id(), job.buildId().orElse("?")));
        } catch (UnreadableCallback unreadable) {
            inbox.quarantine(callback, unreadable.getMessage());
            BridgeLog.LOG.quarantined(callback, unreadable.getMessage());
        } catch (RuntimeException trouble) {
            // Ours or the database's fault, not the callback's: it stays until it can be applied.
            BridgeLog.LOG.notApplied(callback, trouble);
            inbox.postpone(callback, OneLine.of(trouble.toString()));
        }
    }
}
