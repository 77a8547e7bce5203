package org.kcibridge.scheduling;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.settings.BridgeSettings;

/** The book of jobs: every entry is a transaction of its own, so that it is safe before anybody acts on it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLedger {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    /**
     * Claims the work and opens a job for it, or finds the job that has claimed it already. An equal request in another
     * transaction waits here until that one has decided.
     */
    public Opened open(BuildRequest request) {
        UUID id = TimeOrderedId.next();
        String work = Claim.workOf(request, settings.origin());
        int claimed = entities.createNativeQuery(
                        "insert into claim (work, job_id) values (:work, :job) on conflict (work) do nothing")
                .setParameter("work", work)
                .setParameter("job", id)
                .executeUpdate();
        if (claimed == 0) {
            Claim holder = entities.find(Claim.class, work);
            return holder == null ? open(request) : new Opened(holder.jobId(), false);
        }
        entities.persist(new Job(id, request, settings.origin(), newSecret(), clock.now(), settings.lease()));
        return new Opened(id, true);
    }

    /** @param isNew whether this call opened it, so that the caller has to hand it to the runner */
    public record Opened(UUID job, boolean isNew) {}

    public boolean submitted(UUID id, String uid) {
        return locked(id).submitted(uid, clock.now(), settings.buildDeadline());
    }

    public boolean rejected(UUID id, String reason) {
        Job job = locked(id);
        boolean moved = job.rejected(reason, clock.now());
        if (moved) {
            release(job);
        }
        return moved;
    }

    /** Leaves a job that was just opened to whoever sends what is due. */
    public void leave(UUID id) {
        locked(id).left(clock.now());
    }

    public void postponed(UUID id, String reason, Duration pause) {
        locked(id).postponed(reason, clock.now(), pause);
    }

    /** The runner could not be asked; that does not count as a question. */
    public void unasked(UUID id, String reason, Duration pause) {
        locked(id).unasked(reason, clock.now(), pause);
    }

    public void asked(UUID id) {
        locked(id).asked(clock.now(), settings.buildDeadline());
    }

    /** News of the job came, so the runner has it, whatever became of its answer to our order. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void heardOf(Job job, String uid) {
        job.submitted(uid, clock.now(), settings.buildDeadline());
    }

    /** Ends the job in the caller's transaction, the one that stores what was made of it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void finished(Job job, String uid, String build) {
        job.finished(uid, build, clock.now());
        release(job);
    }

    /** As {@link #finished}, for a job whose result never came. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void lost(Job job, String build) {
        job.lost(build, clock.now());
        release(job);
    }

    /** Takes jobs that somebody has to look at; nobody else gets them until the lease is over. */
    public List<Job> takeDue(JobState state, int most) {
        Instant now = clock.now();
        List<?> taken = entities.createNativeQuery(
                        """
                        with due as materialized (
                            select id from job where due_at <= :now and state = :state
                            order by due_at limit :most for update skip locked)
                        update job set due_at = :until from due where job.id = due.id
                        returning job.id""",
                        UUID.class)
                .setParameter("until", now.plus(settings.lease()))
                .setParameter("now", now)
                .setParameter("state", state.name())
                .setParameter("most", most)
                .getResultList();
        return entities.createQuery("select j from Job j where j.id in :ids", Job.class)
                .setParameter("ids", taken)
                .getResultList();
    }

    /** Jobs, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Job> newest(int offset, int limit) {
        return entities.createQuery("select j from Job j order by j.createdAt desc, j.id desc", Job.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long count() {
        return entities.createQuery("select count(j) from Job j", Long.class).getSingleResult();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(entities.find(Job.class, id));
    }

    /** The job that the runner knows by this id. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Job> findByUid(String runner, String uid) {
        return entities.createQuery("select j from Job j where j.runner = :runner and j.runnerUid = :uid", Job.class)
                .setParameter("runner", runner)
                .setParameter("uid", uid)
                .getResultStream()
                .findFirst();
    }

    /** The job, locked until the caller's transaction ends. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Job lock(UUID id) {
        return locked(id);
    }

    private Job locked(UUID id) {
        Job job = entities.find(Job.class, id);
        entities.refresh(job, LockModeType.PESSIMISTIC_WRITE);
        return job;
    }

    private void release(Job job) {
        entities.createQuery("delete from Claim c where c.jobId = :job")
                .setParameter("job", job.id())
                .executeUpdate();
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
