package org.kcibridge.callback;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.Heartbeat;

/** Applies what is in the inbox, as far as nothing has to be fetched for that. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackProcessor implements Chore {

    static final String NAME = "apply callbacks";

    private static final int PORTION = 20;

    @Inject
    CallbackInbox inbox;

    @Inject
    CallbackApplier applier;

    @Inject
    Attempt attempt;

    @Inject
    Heartbeat heartbeat;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        List<Long> due = inbox.takeDue(PORTION, CallbackState.RECEIVED, CallbackState.PARKED);
        due.forEach(id -> attempt.at(id, () -> applier.apply(id)));
        if (!due.isEmpty()) {
            heartbeat.call(EvidenceCollector.NAME);
        }
        return due.size() == PORTION;
    }
}
