package org.kcibridge.mode;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kcibridge.log.BridgeLog;

/**
 * The mode of all nodes. It is read from the database each time, one row by its key, so that a switch holds everywhere from
 * the moment it is answered, and after a restart as well.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Modes {

    @PersistenceContext
    EntityManager entities;

    public Mode current() {
        return last().mode();
    }

    /** The last switch. */
    public Switched last() {
        List<?> newest = entities.createNativeQuery(
                        "select state, since, set_by from mode order by id desc limit 1", Tuple.class)
                .getResultList();
        return newest.stream().map(row -> read((Tuple) row)).findFirst().orElse(Switched.NEVER);
    }

    private static Switched read(Tuple row) {
        return new Switched(
                Mode.of(row.get(0, String.class)).orElseThrow(),
                Optional.of(row.get(1, Instant.class)),
                Optional.of(row.get(2, String.class)));
    }

    /** Switches all nodes. What they have begun they finish. A switch to the present mode is none. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void set(Mode mode, String by) {
        if (current() != mode) {
            entities.createNativeQuery("insert into mode (state, set_by) values (:state, :by)")
                    .setParameter("state", mode.key())
                    .setParameter("by", by)
                    .executeUpdate();
            BridgeLog.LOG.switched(mode.key(), by, mode.words());
        }
    }
}
