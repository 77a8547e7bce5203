package org.kcibridge.batch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What batch jobs have done so far. It is counted in the transaction that does it, by all partitions and over all restarts,
 * so it is true at any time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Tally {

    @PersistenceContext
    EntityManager entities;

    /**
     * Counts.
     *
     * @param instance the job, which stays the same when it is restarted
     * @param what in words that follow a number: {@code submissions are sent again}
     */
    public void add(long instance, String what, long amount) {
        if (amount > 0) {
            entities.createNativeQuery(
                            """
                            insert into batch_tally as t (instance, what, amount) values (:instance, :what, :amount)
                            on conflict (instance, what) do update set amount = t.amount + excluded.amount""")
                    .setParameter("instance", instance)
                    .setParameter("what", what)
                    .setParameter("amount", amount)
                    .executeUpdate();
        }
    }

    /** Counts by itself what was done outside of a transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(long instance, String what, long amount) {
        add(instance, what, amount);
    }

    /** Takes back what was only of interest for a while. */
    public void forget(long instance, String what) {
        entities.createNativeQuery("delete from batch_tally where instance = :instance and what = :what")
                .setParameter("instance", instance)
                .setParameter("what", what)
                .executeUpdate();
    }

    /** What a job has done so far. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<String, Long> of(long instance) {
        Map<String, Long> done = new TreeMap<>();
        List<?> rows = entities.createNativeQuery(
                        "select what, amount from batch_tally where instance = :instance order by what", Tuple.class)
                .setParameter("instance", instance)
                .getResultList();
        for (Object row : rows) {
            done.put(((Tuple) row).get(0, String.class), ((Tuple) row).get(1, Long.class));
        }
        return done;
    }
}
