package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.Sha256;
import org.kcibridge.settings.BridgeSettings;

/** Keeps what runners tell us. Once {@link #keep} has returned, the callback cannot be lost any more. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallbackInbox {

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    /**
     * Keeps a callback whose origin is proven. The same body a second time is the same callback.
     *
     * @param job the job that the address or the secret names, or {@code null}; one we do not know is left out
     * @return whether it was new
     */
    public boolean keep(String runner, String door, UUID job, Proof proof, byte[] body) {
        return entities.createNativeQuery(
                                """
                                insert into callback (runner, door, job_id, proof, body, body_sha256, state)
                                values (:runner, :door, (select id from job where id = cast(:job as uuid)),
                                        :proof, :body, :sha256, 'RECEIVED')
                                on conflict (body_sha256) do nothing""")
                        .setParameter("runner", runner)
                        .setParameter("door", door)
                        .setParameter("job", job == null ? null : job.toString())
                        .setParameter("proof", proof.name())
                        .setParameter("body", body)
                        .setParameter("sha256", Sha256.hex(body))
                        .executeUpdate()
                == 1;
    }

    /** Takes callbacks that are due; nobody else gets them until the lease is over. */
    @SuppressWarnings("unchecked")
    public List<Long> takeDue(int most) {
        Instant now = clock.now();
        return entities.createNativeQuery(
                        """
                        update callback set due_at = :until where id in (
                            select id from callback where due_at <= :now
                            order by due_at, id limit :most for update skip locked)
                        returning id""",
                        Long.class)
                .setParameter("until", now.plus(settings.lease()))
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    public void quarantine(long id, String reason) {
        entities.find(Callback.class, id).quarantined(reason, clock.now());
    }

    public void postpone(long id, String reason, Duration pause) {
        entities.find(Callback.class, id).postponed(reason, clock.now(), pause);
    }
}
