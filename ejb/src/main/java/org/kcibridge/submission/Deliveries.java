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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kcibridge.heartbeat.Backoff;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.settings.BridgeSettings;

/**
 * What is posted to KCIDB, from just before the post until KCIDB has processed it. The lease of its submissions is the fence
 * until KCIDB has answered: whoever was overtaken by another node changes nothing but the record of its own post. What KCIDB
 * takes names the delivery it went with, and that is the fence from then on.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Deliveries {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));
    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30));
    private static final Backoff POLLS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));

    /** So many are asked about before others get their turn. */
    private static final int MOST_FOLLOWED = 20;

    /** So often KCIDB may fail to process a report before somebody has to look at it. */
    static final int MOST_FAILURES = 5;

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    /**
     * Writes down what is about to be posted, under the lease it was taken with: that covers the check of it and the post.
     *
     * @return what to post: those of the submissions that are still ours; empty if none is
     */
    public Optional<Posting> begin(UUID lease, List<Unsent> submissions) {
        Set<?> held =
                Set.copyOf(entities.createNativeQuery("select id from submission where lease = :lease", UUID.class)
                        .setParameter("lease", lease)
                        .getResultList());
        List<Unsent> ours =
                submissions.stream().filter(one -> held.contains(one.id())).toList();
        return ours.isEmpty() ? Optional.empty() : Optional.of(write(lease, Batch.of(ours)));
    }

    /**
     * The same of a part of what was refused. Its lease begins anew: a batch is halved again and again, and each half takes its
     * time.
     */
    public Optional<Posting> beginAgain(UUID lease, List<Unsent> submissions) {
        entities.createQuery("update Submission s set s.dueAt = :until where s.lease = :lease and s.id in :ids")
                .setParameter("until", clock.now().plus(settings.lease()))
                .setParameter("lease", lease)
                .setParameter("ids", submissions.stream().map(Unsent::id).toList())
                .executeUpdate();
        return begin(lease, submissions);
    }

    private Posting write(UUID lease, Batch batch) {
        Delivery delivery = new Delivery(batch, clock.now());
        entities.persist(delivery);
        entities.flush();
        entities.createNativeQuery(
                        """
                        with body as (insert into delivery_document (delivery_id, document) values (:delivery, :document))
                        insert into delivered (delivery_id, submission_id) select :delivery, unnest(:ids)""")
                .setParameter("delivery", delivery.id())
                .setParameter("ids", batch.ids().toArray(UUID[]::new))
                .setParameter("document", batch.document())
                .executeUpdate();
        return new Posting(delivery.id(), lease, batch);
    }

    /** What KCIDB said to a post. A batch of several that it refused stays ours, to be halved. */
    public void answered(Posting posting, Answer answer) {
        Instant now = clock.now();
        entities.find(Delivery.class, posting.delivery()).answered(answer, now, POLLS.after(0));
        if (answer instanceof Answer.Refused && posting.submissions() > 1) {
            return;
        }
        if (answer instanceof Answer.Taken taken) {
            sent(posting, taken.id(), now);
        } else {
            stillOurs(posting).forEach(one -> move(one, answer, now));
        }
    }

    /** The usual case, for all of them at once. */
    private void sent(Posting posting, String takenAs, Instant now) {
        entities.createNativeQuery(
                        """
                        update submission set state = 'SENT', delivery_id = :delivery, kcidb_id = :takenAs, sent_at = :now,
                            changed_at = :now, last_error = null, lease = null, due_at = null
                        where lease = :lease and id = any (:ids)""")
                .setParameter("delivery", posting.delivery())
                .setParameter("takenAs", takenAs)
                .setParameter("now", now)
                .setParameter("lease", posting.lease())
                .setParameter("ids", posting.batch().ids().toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Those of what was posted that are still ours, to be changed one by one. */
    private Stream<Submission> stillOurs(Posting posting) {
        return entities.createQuery(
                        "select s from Submission s where s.lease = :lease and s.id in :ids order by s.id",
                        Submission.class)
                .setParameter("lease", posting.lease())
                .setParameter("ids", posting.batch().ids())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream();
    }

    private static void move(Submission submission, Answer answer, Instant now) {
        if (answer instanceof Answer.Refused) {
            submission.dead(answer.text(), now);
        } else if (answer instanceof Answer.Unauthorised) {
            submission.putBack(answer.text(), now);
        } else {
            submission.retry(answer.text(), now, PAUSES.after(submission.attempts()));
        }
    }

    /** Takes deliveries that KCIDB has in its spool, as far as we know; nobody else asks about them for a while. */
    public List<Delivery> takeSpooled(UUID lease) {
        Instant now = clock.now();
        entities.createNativeQuery(
                        """
                        update delivery set due_at = :until, lease = :lease where id in (
                            select id from delivery where state = 'SPOOLED' and due_at <= :now
                            order by due_at, id limit :most for update skip locked)""")
                .setParameter("until", now.plus(settings.lease()))
                .setParameter("lease", lease)
                .setParameter("now", now)
                .setParameter("most", MOST_FOLLOWED)
                .executeUpdate();
        return entities.createQuery(
                        "select d from Delivery d where d.lease = :lease and d.state = :spooled order by d.id",
                        Delivery.class)
                .setParameter("lease", lease)
                .setParameter("spooled", DeliveryState.SPOOLED)
                .getResultList();
    }

    /** KCIDB has it all. */
    public void processed(UUID lease, long id) {
        held(lease, id).ifPresent(delivery -> {
            Instant now = clock.now();
            delivery.ended(true);
            entities.createQuery(
                            """
                            update Submission s set s.state = :confirmed, s.changedAt = :now
                            where s.deliveryId = :delivery and s.state = :sent""")
                    .setParameter("confirmed", SubmissionState.CONFIRMED)
                    .setParameter("now", now)
                    .setParameter("delivery", id)
                    .setParameter("sent", SubmissionState.SENT)
                    .executeUpdate();
        });
    }

    /** KCIDB has not got round to it. */
    public void stillUnderWay(UUID lease, long id) {
        held(lease, id).ifPresent(delivery -> {
            Instant now = clock.now();
            delivery.stillUnderWay(now, lookAgain(delivery.postedAt(), now));
        });
    }

    /** KCIDB failed to process it. Innocent reports share the fate of their neighbours, so they are sent again first. */
    public void failed(UUID lease, long id) {
        held(lease, id).ifPresent(delivery -> {
            Instant now = clock.now();
            delivery.ended(false);
            sentWith(id).forEach(one -> failed(one, now));
        });
    }

    private static void failed(Submission submission, Instant now) {
        if (submission.failures() + 1 >= MOST_FAILURES) {
            submission.dead("KCIDB failed to process it %d times".formatted(MOST_FAILURES), now);
        } else {
            submission.notProcessed("KCIDB failed to process it", now, AFTER_FAILURE.after(submission.failures()));
        }
    }

    /** The longer it takes, the less often we ask. */
    private static Duration lookAgain(Instant postedAt, Instant now) {
        long seconds = Math.max(1, Duration.between(postedAt, now).toSeconds());
        return POLLS.after(Long.SIZE - Long.numberOfLeadingZeros(seconds) - 1);
    }

    private Optional<Delivery> held(UUID lease, long id) {
        return Optional.of(entities.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(delivery -> delivery.isHeldUnder(lease));
    }

    private Stream<Submission> sentWith(long delivery) {
        return entities.createQuery(
                        "select s from Submission s where s.deliveryId = :delivery and s.state = :sent order by s.id",
                        Submission.class)
                .setParameter("delivery", delivery)
                .setParameter("sent", SubmissionState.SENT)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream();
    }
}
