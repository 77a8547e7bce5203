package org.kcibridge.heartbeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * The one clock that all nodes share: leases and due times are set and compared on it, so that a node whose own clock
 * is off neither steals work nor sits on it.
 */
@ApplicationScoped
public class DatabaseClock {

    @PersistenceContext
    EntityManager entities;

    /** Now, as the database sees it; inside a transaction this is the moment the transaction began. */
    public Instant now() {
        return (Instant)
                entities.createNativeQuery("select now()", Instant.class).getSingleResult();
    }
}
