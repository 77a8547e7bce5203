package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.kcibridge.heartbeat.Backoff;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.report.Report;
import org.kcibridge.settings.BridgeSettings;

/** The queue of reports for KCIDB, in the database, shared by all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Outbox {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));
    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30));
    private static final Backoff POLLS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));

    /** KCIDB's own senders post some 500 objects at a time; a report holds a handful. */
    private static final int MOST_SUBMISSIONS = 200;

    /** A batch is closed when it has reached 4 MiB; the ingester takes 512, but a batch also has to fit into our heap. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** So often KCIDB may fail to process a report before somebody has to look at it. */
    static final int MOST_FAILURES = 5;

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

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
        return id;
    }

    /** Takes submissions that are to be sent, as many as fit into one post; nobody else gets them until the lease is over. */
    public List<Submission> takeUnsent(UUID lease) {
        return take(lease, "state in ('WAITING', 'RETRY')");
    }

    /** Takes submissions KCIDB has in its spool, as far as we know. */
    public List<Submission> takeSent(UUID lease) {
        return take(lease, "state = 'SENT'");
    }

    private List<Submission> take(UUID lease, String which) {
        Instant now = clock.now();
        int taken = entities.createNativeQuery(
                        """
                        with due as materialized (
                            select id, bytes, due_at from submission where due_at <= :now and %s
                            order by due_at, id limit :most for update skip locked),
                        fitting as (
                            select id, sum(bytes) over (order by due_at, id) - bytes as before from due)
                        update submission set due_at = :until, lease = :lease
                        from fitting where submission.id = fitting.id and fitting.before < :bytes"""
                                .formatted(which))
                .setParameter("until", now.plus(settings.lease()))
                .setParameter("lease", lease)
                .setParameter("now", now)
                .setParameter("most", MOST_SUBMISSIONS)
                .setParameter("bytes", MOST_BYTES)
                .executeUpdate();
        if (taken == 0) {
            return List.of();
        }
        return entities.createQuery("select s from Submission s where s.lease = :lease order by s.id", Submission.class)
                .setParameter("lease", lease)
                .getResultList();
    }

    /**
     * Begins the lease of a batch anew, just before it is posted: a batch that is refused is halved again and again, and
     * each half takes its time.
     *
     * @return those of the batch that are still ours
     */
    public List<Submission> hold(UUID lease, List<Submission> submissions) {
        List<UUID> ids = submissions.stream().map(Submission::id).toList();
        List<?> held = entities.createNativeQuery(
                        "update submission set due_at = :until where id in (:ids) and lease = :lease returning id",
                        UUID.class)
                .setParameter("until", clock.now().plus(settings.lease()))
                .setParameter("ids", ids)
                .setParameter("lease", lease)
                .getResultList();
        return submissions.stream().filter(one -> held.contains(one.id())).toList();
    }

    /** Lets everything wait for a while: KCIDB takes nothing from us at the moment. */
    public void pause(Duration pause) {
        entities.createQuery(
                        """
                        update Submission s set s.dueAt = :until
                        where s.state in :unsent and s.lease is null and s.dueAt < :until""")
                .setParameter("unsent", List.of(SubmissionState.WAITING, SubmissionState.RETRY))
                .setParameter("until", clock.now().plus(pause))
                .executeUpdate();
    }

    /** KCIDB took the batch. */
    public void sent(Batch batch, Instant postedAt, Answer.Taken answer) {
        long delivery = record(batch, postedAt, answer);
        Duration lookAgain = POLLS.after(0);
        held(batch.lease(), batch.ids(), (one, now) -> one.sent(answer.id(), delivery, now, lookAgain));
    }

    /** KCIDB did not get the batch, as far as we can tell. */
    public void retry(Batch batch, Instant postedAt, Answer.Unavailable answer) {
        record(batch, postedAt, answer);
        held(batch.lease(), batch.ids(), (one, now) -> {
            Duration pause = PAUSES.after(one.attempts());
            Duration asked = answer.retryAfter().orElse(Duration.ZERO);
            one.retry(answer.text(), now, pause.compareTo(asked) < 0 ? asked : pause);
        });
    }

    /** The batch was not even looked at. */
    public void putBack(Batch batch, Instant postedAt, Answer.Unauthorised answer, Duration pause) {
        record(batch, postedAt, answer);
        held(batch.lease(), batch.ids(), (one, now) -> one.putBack(answer.text(), now, pause));
    }

    /** KCIDB will never take this one as it is. */
    public void dead(Batch batch, Instant postedAt, Answer.Refused answer) {
        record(batch, postedAt, answer);
        held(batch.lease(), batch.ids(), (one, now) -> one.dead(answer.text(), now));
    }

    /** It must not leave the house. */
    public void dead(UUID lease, UUID id, String violation) {
        held(lease, List.of(id), (one, now) -> one.dead(violation, now));
    }

    public void confirmed(UUID lease, Collection<UUID> ids) {
        held(lease, ids, Submission::confirmed);
    }

    public void stillUnderWay(UUID lease, Collection<UUID> ids, Instant sentAt) {
        // One pause for all that travelled together, so that they are asked about together.
        Duration lookAgain = lookAgain(sentAt);
        held(lease, ids, (one, now) -> one.stillUnderWay(now, lookAgain));
    }

    /** KCIDB failed to process it. Innocent reports share the fate of their neighbours, so it is sent again first. */
    public void notProcessed(UUID lease, Collection<UUID> ids) {
        held(lease, ids, (one, now) -> {
            if (one.failures() + 1 >= MOST_FAILURES) {
                one.dead("KCIDB failed to process it %d times".formatted(MOST_FAILURES), now);
            } else {
                one.notProcessed("KCIDB failed to process it", now, AFTER_FAILURE.after(one.failures()));
            }
        });
    }

    /**
     * Submissions that wait for another attempt or are dead, in the order they were queued.
     *
     * @param last the one to begin after, {@code null} for the beginning
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> stuckAfter(UUID last) {
        return entities.createQuery(
                        """
                        select s.id from Submission s
                        where s.state in (:states) and (:last is null or s.id > :last) order by s.id""",
                        UUID.class)
                .setParameter("states", List.of(SubmissionState.RETRY, SubmissionState.DEAD))
                .setParameter("last", last)
                .getResultList();
    }

    /** Submissions, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Submission> newest(int offset, int limit) {
        return entities.createQuery("select s from Submission s order by s.createdAt desc, s.id desc", Submission.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long count() {
        return entities.createQuery("select count(s) from Submission s", Long.class)
                .getSingleResult();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Submission> find(UUID id) {
        return Optional.ofNullable(entities.find(Submission.class, id));
    }

    /** Makes submissions due at once that wait for a retry or are dead. @return how many */
    public int driveAgain(Collection<UUID> ids) {
        List<Submission> found = entities.createQuery("select s from Submission s where s.id in :ids", Submission.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Instant now = clock.now();
        return (int) found.stream().filter(one -> one.driveAgain(now)).count();
    }

    /** The longer it takes, the less often we ask. */
    private Duration lookAgain(Instant sentAt) {
        long seconds = Math.max(1, Duration.between(sentAt, clock.now()).toSeconds());
        return POLLS.after(Long.SIZE - Long.numberOfLeadingZeros(seconds) - 1);
    }

    private long record(Batch batch, Instant postedAt, Answer answer) {
        Delivery delivery = new Delivery(batch, postedAt, answer, clock.now());
        entities.persist(delivery);
        return delivery.id();
    }

    private void held(UUID lease, Collection<UUID> ids, BiConsumer<Submission, Instant> change) {
        Instant now = clock.now();
        entities.createQuery("select s from Submission s where s.id in :ids order by s.id", Submission.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(one -> one.isHeldUnder(lease))
                .forEach(one -> change.accept(one, now));
    }
}
