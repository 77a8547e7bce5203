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

    /** Callbacks, newest first. */
    public List<CallbackEntry> newest(int offset, int limit) {
        return entities.createQuery(ENTRY + " order by c.id desc", CallbackEntry.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count() {
        return entities.createQuery("select count(c) from Callback c", Long.class)
                .getSingleResult();
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
