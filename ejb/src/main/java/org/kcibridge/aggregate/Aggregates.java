package org.kcibridge.aggregate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps what is worked out of the report in step with it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Aggregates {

    /** As much as one transaction works out. */
    public static final int PORTION = 20_000;

    @PersistenceContext
    EntityManager entities;

    /**
     * Works out a portion of what is stale. What others change meanwhile stays stale.
     *
     * @return how many marks there were; less than a portion when no more are left
     */
    public int settle() {
        return (Integer) entities.createNativeQuery("select aggregate.settle(:most)", Integer.class)
                .setParameter("most", PORTION)
                .getSingleResult();
    }

    /** Keeps sums short that are kept as sums of changes. */
    public void sumUp() {
        entities.createNativeQuery("select 1 from aggregate.sum_up()").getResultList();
    }

    /**
     * Takes everything for stale, each thing once.
     *
     * @return how many checkouts and issues there are, and were
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int forgetEverything() {
        entities.createNativeQuery("select 1 from aggregate.be_alone()").getSingleResult();
        entities.createNativeQuery("delete from aggregate.stale").executeUpdate();
        return entities.createNativeQuery(
                        """
                        insert into aggregate.stale (kind, key)
                        select 'checkout', id from checkouts union select 'checkout', checkout_id from aggregate.checkout
                        union select 'checkout', checkout_id from aggregate.hardware
                        union select 'checkout', checkout_id from aggregate.tree
                        union select 'issue', issue_id from incidents union select 'issue', issue_id from aggregate.issue""")
                .executeUpdate();
    }
}
