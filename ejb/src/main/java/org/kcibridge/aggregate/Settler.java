package org.kcibridge.aggregate;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kcibridge.heartbeat.Chore;

/** Works out again and again what has become stale. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Settler implements Chore {

    @Inject
    Aggregates aggregates;

    @Override
    public String name() {
        return "settle aggregates";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean isHousekeeping() {
        return true;
    }

    @Override
    public boolean run() {
        aggregates.sumUp();
        return aggregates.settle() == Aggregates.PORTION;
    }
}
