package org.kcibridge.event;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.kcibridge.heartbeat.Chore;

/**
 * Throws events away that are older than an hour, or a hundred thousand behind: who has been away for longer reads the
 * objects. The newest stays, as it tells how far events have come.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldEvents implements Chore {

    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int MOST_KEPT = 100_000;

    @PersistenceContext
    EntityManager entities;

    @Override
    public String name() {
        return "forget events";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean isHousekeeping() {
        return true;
    }

    @Override
    public boolean run() {
        entities.createNativeQuery(
                        """
                        delete from event.numbered
                        where id < (select max(id) from event.numbered)
                          and (id <= (select max(id) from event.numbered) - :most
                               or at < now() - :seconds * interval '1 second')""")
                .setParameter("most", MOST_KEPT)
                .setParameter("seconds", KEPT_FOR.toSeconds())
                .executeUpdate();
        return false;
    }
}
