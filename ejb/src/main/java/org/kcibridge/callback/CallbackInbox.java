package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kcibridge.heartbeat.Backoff;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.Sha256;
import org.kcibridge.scheduling.Job;
import org.kcibridge.settings.BridgeSettings;

/** Keeps what runners tell us. Once {@link #keep} has returned, the callback cannot be lost any more. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallbackInbox {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    /**
     * Keeps a callback whose origin is proven. The same body a second time is the same callback; if the first one could
     * not be applied, that is tried anew, as it may have come by the wrong way.
     *
     * @param key the secret that came along, if one did; with the wrong one, as without, only the body tells about which job
     *     it is
     */
    public void keep(String runner, String door, Optional<JobSecret> key, Proof proof, byte[] body) {
        insert(
                        "(select id from job where id = cast(:job as uuid) and callback_secret = :secret)",
                        runner,
                        door,
                        proof,
                        body)
                .setParameter("job", key.map(JobSecret::job).map(UUID::toString).orElse(null))
                .setParameter("secret", key.map(JobSecret::secret).orElse(null))
                .executeUpdate();
    }

    /** Keeps what the runner answered when we asked about the job, as if it had called. */
    public void keepAnswer(Job job, byte[] body) {
        insert("cast(:job as uuid)", job.runner(), job.kind().door(), Proof.ASKED, body)
                .setParameter("job", job.id().toString())
                .executeUpdate();
    }

    private Query insert(String job, String runner, String door, Proof proof, byte[] body) {
        return entities.createNativeQuery(
                        """
                        insert into callback (runner, door, job_id, proof, body, body_sha256, state)
                        values (:runner, :door, %s, :proof, :body, :sha256, 'RECEIVED')
                        on conflict (body_sha256) do update
                        set state = 'RECEIVED', due_at = now(), closed_at = null, job_id = excluded.job_id,
                            proof = excluded.proof
                        where callback.state = 'QUARANTINED'"""
                                .formatted(job))
                .setParameter("runner", runner)
                .setParameter("door", door)
                .setParameter("proof", proof.name())
                .setParameter("body", body)
                .setParameter("sha256", Sha256.hex(body));
    }

    /** Takes callbacks that are due in one of these states; nobody else gets them until the lease is over. */
    @SuppressWarnings("unchecked")
    public List<Long> takeDue(int most, CallbackState... states) {
        Instant now = clock.now();
        return entities.createNativeQuery(
                        """
                        with due as materialized (
                            select id from callback where due_at <= :now and state in (:states)
                            order by due_at, id limit :most for update skip locked)
                        update callback set due_at = :until from due where callback.id = due.id
                        returning callback.id""",
                        Long.class)
                .setParameter("until", now.plus(settings.lease()))
                .setParameter("now", now)
                .setParameter("states", Stream.of(states).map(Enum::name).toList())
                .setParameter("most", most)
                .getResultList();
    }

    /** Whether there are news of the job that are yet to be applied, or could not be. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean holdsNewsOf(UUID job) {
        return entities.createQuery(
                                """
                                select count(c) from Callback c
                                where c.jobId = :job and (c.dueAt is not null or c.state = :quarantined)""",
                                Long.class)
                        .setParameter("job", job)
                        .setParameter("quarantined", CallbackState.QUARANTINED)
                        .getSingleResult()
                > 0;
    }

    /** It cannot be made sense of, unless somebody else has managed to in the meantime. */
    public void quarantine(long id, String reason) {
        open(id).ifPresent(callback -> callback.quarantined(reason, clock.now()));
    }

    /** It could not be applied now, unless somebody else has managed to in the meantime. */
    public void postpone(long id, String reason) {
        open(id).ifPresent(callback -> callback.postponed(reason, clock.now(), PAUSES.after(callback.attempts())));
    }

    /** Has a callback tried again that could not be made sense of. @return whether it was one of those */
    public boolean retry(long id) {
        return Optional.ofNullable(entities.find(Callback.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(callback -> callback.retry(clock.now()))
                .orElse(false);
    }

    private Optional<Callback> open(long id) {
        return Optional.ofNullable(entities.find(Callback.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(callback -> !callback.isClosed());
    }
}
