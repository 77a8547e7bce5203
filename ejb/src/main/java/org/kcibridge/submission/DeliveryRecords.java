package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking back at what was posted to KCIDB. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DeliveryRecords {

    @PersistenceContext
    EntityManager entities;

    /** All deliveries, newest first. */
    public List<Delivery> newest(int offset, int limit) {
        return entities.createQuery("select d from Delivery d order by d.postedAt desc, d.id desc", Delivery.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count() {
        return entities.createQuery("select count(d) from Delivery d", Long.class)
                .getSingleResult();
    }

    /** The deliveries a submission went along with, newest first. */
    @SuppressWarnings("unchecked")
    public List<Delivery> newestOf(UUID submission, int offset, int limit) {
        return entities.createNativeQuery(
                        """
                        select delivery.* from delivery join delivered on delivered.delivery_id = delivery.id
                        where delivered.submission_id = :submission order by delivery.posted_at desc, delivery.id desc""",
                        Delivery.class)
                .setParameter("submission", submission)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long countOf(UUID submission) {
        return (Long) entities.createNativeQuery(
                        "select count(*) from delivered where submission_id = :submission", Long.class)
                .setParameter("submission", submission)
                .getSingleResult();
    }

    public Optional<Delivery> find(long id) {
        return Optional.ofNullable(entities.find(Delivery.class, id));
    }

    /** What was posted, to the byte; empty when it is not kept any more. */
    public Optional<String> document(long id) {
        return entities.createNativeQuery(
                        "select document from delivery_document where delivery_id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }
}
