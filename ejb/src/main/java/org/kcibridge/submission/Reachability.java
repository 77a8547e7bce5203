package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.settings.BridgeSettings;

/** Whether KCIDB can be reached, as far as any of the nodes knows; a change is said once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Reachability {

    private static final String KCIDB = "kcidb";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseClock clock;

    @Inject
    BridgeSettings settings;

    /** KCIDB as we last found it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Destination kcidb() {
        return entities.find(Destination.class, KCIDB);
    }

    /** Whether it is time to knock, and nobody else does so. */
    public boolean mayKnock() {
        Instant now = clock.now();
        return entities.createQuery(
                                """
                                update Destination d set d.dueAt = :until
                                where d.id = :id and d.state <> :reachable and d.dueAt <= :now""")
                        .setParameter("until", now.plus(settings.lease()))
                        .setParameter("id", KCIDB)
                        .setParameter("reachable", DestinationState.REACHABLE)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Somebody knocked and was heard. */
    public void answeredKnock() {
        Destination kcidb = locked();
        boolean wasClosed = !kcidb.isReachable();
        kcidb.answeredKnock(clock.now());
        if (wasClosed) {
            opened();
        }
    }

    /** Somebody heard this from KCIDB, or nothing. */
    public void heard(Answer answer) {
        boolean alive = answer instanceof Answer.Taken || answer instanceof Answer.Refused;
        if (alive && kcidb().isSound()) {
            // The usual case: nothing is written, and no node waits for another.
            return;
        }
        Destination kcidb = locked();
        DestinationState before = kcidb.state();
        Instant now = clock.now();
        if (answer instanceof Answer.Unavailable trouble) {
            kcidb.failed(trouble, now);
        } else if (answer instanceof Answer.Unauthorised refusal) {
            kcidb.refusedUs(refusal, now);
        } else {
            kcidb.succeeded(now);
        }
        if (kcidb.state() != before) {
            changed(kcidb);
        }
    }

    private void changed(Destination kcidb) {
        switch (kcidb.state()) {
            case REACHABLE -> opened();
            case UNREACHABLE -> BridgeLog.LOG.interrupted(kcidb.reason().orElseThrow());
            case UNAUTHORISED -> BridgeLog.LOG.unauthorised(kcidb.reason().orElseThrow());
        }
    }

    /** What only waited for KCIDB need not wait any longer. */
    private void opened() {
        BridgeLog.LOG.resumed();
        entities.createQuery(
                        """
                        update Submission s set s.dueAt = :now
                        where s.state in :unsent and s.lease is null and s.failures = 0 and s.dueAt > :now""")
                .setParameter("unsent", List.of(SubmissionState.WAITING, SubmissionState.RETRY))
                .setParameter("now", clock.now())
                .executeUpdate();
    }

    private Destination locked() {
        Destination kcidb = kcidb();
        entities.refresh(kcidb, LockModeType.PESSIMISTIC_WRITE);
        return kcidb;
    }
}
