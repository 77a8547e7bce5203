package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The inbox as one looks at it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CallbackArchive {

    private static final String ENTRY =
            """
            select new org.kcibridge.callback.CallbackEntry(c.id, c.runner, c.door, c.jobId, c.proof, c.state, c.reason,
                c.attempts, c.receivedAt, c.dueAt, c.closedAt) from Callback c""";

    @PersistenceContext
    EntityManager entities;

    /** Those that have these ids, in any order. */
    public List<CallbackEntry> all(List<Long> ids) {
        return entities.createQuery(ENTRY + " where c.id in :ids", CallbackEntry.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    public Optional<CallbackEntry> find(long id) {
        return entities.createQuery(ENTRY + " where c.id = :id", CallbackEntry.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What the runner sent, but for secrets of ours that it repeats. */
    public Optional<byte[]> body(long id) {
        return Optional.ofNullable(entities.find(Callback.class, id))
                .map(Callback::body)
                .map(JobSecret::masked);
    }
}
