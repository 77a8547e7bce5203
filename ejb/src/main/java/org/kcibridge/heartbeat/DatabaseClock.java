package org.kcibridge.heartbeat;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;

/**
 * The one clock that all nodes share: leases and due times are set and compared on it, so that a node whose own clock
 * is off neither steals work nor sits on it.
 */
@ApplicationScoped
public class DatabaseClock {

    @PersistenceContext
    EntityManager entities;

    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** Now, as the database sees it; inside a transaction this is the moment the transaction began, and asked for once. */
    public Instant now() {
        if (transactions.getTransactionKey() == null) {
            return read();
        }
        Instant began = (Instant) transactions.getResource(DatabaseClock.class);
        if (began == null) {
            began = read();
            transactions.putResource(DatabaseClock.class, began);
        }
        return began;
    }

    private Instant read() {
        return (Instant)
                entities.createNativeQuery("select now()", Instant.class).getSingleResult();
    }
}
