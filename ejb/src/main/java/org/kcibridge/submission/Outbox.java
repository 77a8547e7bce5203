package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.report.Report;
import org.kcibridge.settings.BridgeSettings;

/** The queue of reports for KCIDB, in the database, shared by all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Outbox {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final List<SubmissionState> UNSENT = List.of(SubmissionState.WAITING, SubmissionState.RETRY);

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    BatchLimits limits;

    @Inject
    DatabaseClock clock;

    /**
     * Queues a report in the caller's transaction: it is sent if, and only if, what it reports is committed.
     *
     * @param job the one it reports on; {@code null} for what nobody asked for
     * @return the submission's id
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public UUID queue(UUID job, Report report) {
        UUID id = TimeOrderedId.next();
        entities.persist(new Submission(id, job, report, clock.now()));
        // If the database refuses it, that is said here; the commit would only say that it failed.
        entities.flush();
        return id;
    }

    /**
     * Takes submissions that are to be sent, as many as go into one post, and only such as KCIDB has failed to process equally
     * often. Nobody else gets them until the lease is over.
     *
     * @param due the moment by which they were due; who takes several times in a row gives the same one each time, and can
     *     not get again what is already in hand, however much later it is
     * @return the submissions, in the order they were queued
     */
    public List<Unsent> takeUnsent(UUID lease, Instant due) {
        Optional<Integer> failures = entities.createQuery(
                        """
                        select s.failures from Submission s
                        where s.state in :unsent and s.dueAt <= :due order by s.dueAt, s.id""",
                        Integer.class)
                .setParameter("unsent", UNSENT)
                .setParameter("due", due)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        return failures.map(often -> take(lease, often, due)).orElse(List.of());
    }

    private List<Unsent> take(UUID lease, int failures, Instant due) {
        int most = limits.objectsAfter(failures);
        goByTheQueue();
        entities.createNativeQuery(
                        """
                        with due as materialized (
                            select id, objects, bytes, due_at from submission
                            where state in ('WAITING', 'RETRY') and due_at <= :due and failures = :failures
                            order by due_at, id limit :most for update skip locked),
                        queue as (
                            select id,
                                   sum(objects) over earlier - objects as objects_before,
                                   sum(objects) over earlier as objects,
                                   sum(bytes) over earlier as bytes
                            from due window earlier as (order by due_at, id))
                        update submission set due_at = now() + :millis * interval '1 millisecond', lease = :lease
                        from queue where submission.id = queue.id
                        and (queue.objects_before = 0 or queue.objects <= :most and queue.bytes <= :bytes)""")
                .setParameter("millis", settings.lease().toMillis())
                .setParameter("lease", lease)
                .setParameter("due", due)
                .setParameter("failures", failures)
                .setParameter("most", most)
                .setParameter("bytes", limits.bytes())
                .executeUpdate();
        return entities.createQuery(
                        """
                        select new org.kcibridge.submission.Unsent(s.id, s.document) from Submission s
                        where s.lease = :lease order by s.id""",
                        Unsent.class)
                .setParameter("lease", lease)
                .getResultList();
    }

    /**
     * Until PostgreSQL has looked at a backlog that has just come, it takes it for a handful of submissions, and reads and sorts
     * all of it for each batch. Without that way it follows the index, which is the queue itself.
     */
    private void goByTheQueue() {
        entities.createNativeQuery("set local enable_bitmapscan = off").executeUpdate();
    }

    /** It must not leave the house. */
    public void dead(UUID lease, UUID id, String violation) {
        Submission submission = entities.find(Submission.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (submission.isHeldUnder(lease)) {
            submission.dead(violation, clock.now());
        }
    }

    /**
     * Submissions that wait for another attempt or are dead, in the order they were queued.
     *
     * @param last the one to begin after, {@code null} for the beginning
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @SuppressWarnings("unchecked")
    public List<UUID> stuckAfter(UUID last, Stuck which, int limit) {
        return entities.createNativeQuery(
                        """
                        select id from submission
                        where state in ('RETRY', 'DEAD') and id > :last
                          and created_at >= :since
                          and (:kind = 'all' or kind = :kind)
                          and (:origin = 'all' or origin = :origin)
                          and mod(abs(cast(uuid_hash(id) as bigint)), :parts) = :part
                        order by id limit :limit""",
                        UUID.class)
                .setParameter("last", last == null ? BEFORE_ALL : last)
                .setParameter("since", which.since())
                .setParameter("kind", which.kind())
                .setParameter("origin", which.origin())
                .setParameter("parts", which.parts())
                .setParameter("part", which.part())
                .setParameter("limit", limit)
                .getResultList();
    }

    /** How many there are in which state. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Backlog backlog() {
        Map<SubmissionState, Long> byState = entities.createQuery(
                        "select s.state, count(s) from Submission s group by s.state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (SubmissionState) row[0], row -> (Long) row[1]));
        Instant oldest = entities.createQuery(
                        "select min(s.createdAt) from Submission s where s.state in :unsent", Instant.class)
                .setParameter("unsent", UNSENT)
                .getSingleResult();
        return new Backlog(byState, Optional.ofNullable(oldest));
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Submission> find(UUID id) {
        return Optional.ofNullable(entities.find(Submission.class, id));
    }

    /**
     * Makes submissions due at once that wait for a retry or are dead. What is just being sent is not even locked: whoever
     * sends it would have to wait.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int driveAgain(Collection<UUID> ids) {
        List<Submission> found = entities.createQuery(
                        """
                        select s from Submission s
                        where s.id in :ids and s.state in :stuck and s.lease is null order by s.id""",
                        Submission.class)
                .setParameter("ids", ids)
                .setParameter("stuck", List.of(SubmissionState.RETRY, SubmissionState.DEAD))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Instant now = clock.now();
        return (int) found.stream().filter(one -> one.driveAgain(now)).count();
    }

    /** Those that have these ids, in any order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Submission> all(List<UUID> ids) {
        return entities.createQuery("select s from Submission s where s.id in :keys", Submission.class)
                .setParameter("keys", ids)
                .getResultList();
    }
}
