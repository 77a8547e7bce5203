package org.kcibridge.retention;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.kcibridge.batch.Tally;

/** Forgets what is old, a portion at a time, so that nobody waits long for a lock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Retention {

    /** As much as one transaction forgets. */
    public static final int PORTION = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Tally tally;

    /**
     * Forgets a portion.
     *
     * @param instance the batch job it is counted for
     * @return how much it was; less than a portion when there is no more
     */
    public int forget(long instance, Prunable what, Instant before) {
        int forgotten = entities.createNativeQuery(what.deletion())
                .setParameter("before", before)
                .setParameter("most", PORTION)
                .executeUpdate();
        tally.add(instance, what.words() + " forgotten", forgotten);
        return forgotten;
    }

    /** Counts what would be forgotten, and forgets nothing. */
    public void count(long instance, Prunable what, Instant before) {
        Number old = (Number) entities.createNativeQuery("select count(*) from (%s) old".formatted(what.old()))
                .setParameter("before", before)
                .setParameter("most", Integer.MAX_VALUE)
                .getSingleResult();
        tally.add(instance, what.words() + " would be forgotten", old.longValue());
    }
}
