package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Looking back at what was posted to KCIDB. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DeliveryRecords {

    @PersistenceContext
    EntityManager entities;

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

    /** Those that have these ids, in any order. */
    public List<Delivery> all(List<Long> ids) {
        return entities.createQuery("select d from Delivery d where d.id in :keys", Delivery.class)
                .setParameter("keys", ids)
                .getResultList();
    }
}
