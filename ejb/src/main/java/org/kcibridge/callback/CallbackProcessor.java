package org.kcibridge.callback;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;
import org.kcibridge.runner.UnreadableCallback;

/**
 * Applies what is in the inbox. One that fails is set aside; when even that fails, the database is away and the others
 * would fare no better: they are due again when their lease ends.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackProcessor implements Chore {

    private static final int PORTION = 20;

    @Inject
    CallbackInbox inbox;

    @Inject
    CallbackApplier applier;

    @Override
    public String name() {
        return "apply callbacks";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        List<Long> due = inbox.takeDue(PORTION);
        due.forEach(this::apply);
        return due.size() == PORTION;
    }

    private void apply(long id) {
        try {
            applier.apply(id)
                    .ifPresent(job ->
                            BridgeLog.LOG.finished(job.id(), job.buildId().orElse("?")));
        } catch (UnreadableCallback unreadable) {
            inbox.quarantine(id, unreadable.getMessage());
            BridgeLog.LOG.quarantined(id, unreadable.getMessage());
        } catch (RuntimeException trouble) {
            // Ours or the database's fault, not the callback's: it stays until it can be applied.
            BridgeLog.LOG.notApplied(id, trouble);
            inbox.postpone(id, OneLine.of(trouble.toString()));
        }
    }
}
