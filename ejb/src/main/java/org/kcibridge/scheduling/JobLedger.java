package org.kcibridge.scheduling;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.settings.BridgeSettings;

/** The book of jobs: every entry is a transaction of its own, so that it is safe before anybody acts on it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLedger {

    /** A runner that was told to stop has no reason to keep us waiting for long. */
    private static final Duration TO_STOP = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    @Inject
    Claims claims;

    /**
     * The runner has it, and knows it by this id.
     *
     * @return whether that moved the job forward
     * @throws EJBException when that is the id of another job
     */
    public boolean submitted(UUID id, String uid) {
        Job job = locked(id);
        boolean moved = job.submitted(uid, clock.now(), deadline(job));
        // Here the caller hears of it when the database refuses the id; at the commit the server would complain as
        // well.
        entities.flush();
        return moved;
    }

    public boolean rejected(UUID id, String reason) {
        Job job = locked(id);
        boolean moved = job.rejected(reason, clock.now());
        if (moved) {
            claims.release(id);
        }
        return moved;
    }

    /**
     * Notes that an operator wants the job to end; what has to be done for that is done by whoever looks at it next.
     *
     * @return whether that is possible: not when it is over
     */
    public boolean cancel(UUID id) {
        return locked(id).cancel(clock.now(), settings.lease());
    }

    /** The job is not wanted any more and was not handed over. @return whether that ended it */
    public boolean cancelled(UUID id) {
        boolean moved = locked(id).cancelled(clock.now());
        if (moved) {
            claims.release(id);
        }
        return moved;
    }

    /** The runner was told to stop. */
    public void toldToStop(UUID id) {
        locked(id).toldToStop(clock.now(), TO_STOP);
    }

    /** Lets the work of a job that is over be done again. @return whether that is possible: not while it is under way */
    public boolean release(UUID id) {
        boolean over = locked(id).state().isEnd();
        if (over) {
            claims.release(id);
        }
        return over;
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
        Job job = locked(id);
        job.asked(clock.now(), job.isUnwanted() ? TO_STOP : deadline(job));
    }

    /** News of the job came, so the runner has it, whatever became of its answer to our order. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void heardOf(Job job, String uid) {
        job.submitted(uid, clock.now(), deadline(job));
    }

    /** Ends the job in the caller's transaction, the one that stores what was made of it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void finished(Job job, String uid, String build) {
        job.finished(uid, build, clock.now());
        if (!job.isDoneForGood()) {
            claims.release(job.id());
        }
    }

    /** As {@link #finished}, for a job whose result never came. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void lost(Job job, String build) {
        job.lost(build, clock.now());
        claims.release(job.id());
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

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(entities.find(Job.class, id));
    }

    /**
     * Jobs that a runner has and that were asked for before, in the order in which they were.
     *
     * @param last the one to begin after, {@code null} for the beginning
     * @param runner only those of this one; {@code all} for every runner's
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<UUID> underWayAfter(UUID last, String runner, Instant before, int limit) {
        return entities.createQuery(
                        """
                        select j.id from Job j
                        where j.state = :submitted and j.createdAt < :before
                          and (:runner = 'all' or j.runner = :runner) and j.id > :last order by j.id""",
                        UUID.class)
                .setParameter("submitted", JobState.SUBMITTED)
                .setParameter("before", before)
                .setParameter("runner", runner)
                .setParameter("last", last == null ? new UUID(0, 0) : last)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The job that the runner knows by this id. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Job> findByUid(String runner, String uid) {
        return entities
                .createQuery("select j from Job j where j.runner = :runner and j.runnerUid = :uid", Job.class)
                .setParameter("runner", runner)
                .setParameter("uid", uid)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The job, locked until the caller's transaction ends. What the transaction knew of it may be outdated. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Job lock(UUID id) {
        Job job = entities.find(Job.class, id);
        entities.refresh(job, LockModeType.PESSIMISTIC_WRITE);
        return job;
    }

    private Duration deadline(Job job) {
        return job.kind().deadline(settings);
    }

    /** The job, locked, for a transaction that begins with it: it knows nothing of it yet that could be outdated. */
    private Job locked(UUID id) {
        return entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that have these ids, in any order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Job> all(List<UUID> ids) {
        return entities.createQuery("select j from Job j where j.id in :keys", Job.class)
                .setParameter("keys", ids)
                .getResultList();
    }
}
