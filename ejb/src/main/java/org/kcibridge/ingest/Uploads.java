package org.kcibridge.ingest;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;

/** Submissions that were handed to us. They lie in the database, where every node finds them and none is lost. */
@Stateless
public class Uploads {

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseClock clock;

    @Inject
    Ingest ingest;

    /** Keeps a submission, to be imported soon. */
    public Upload receive(byte[] document) {
        Upload upload = new Upload(TimeOrderedId.next(), document, clock.now());
        entities.persist(upload);
        return upload;
    }

    /**
     * Imports the oldest one that waits and that no other node is at.
     *
     * @return whether there was one
     * @throws BadUpload when the database does not take what it holds; nothing has changed then
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean importNext() {
        List<?> next = entities.createNativeQuery(
                        """
                        select * from upload where state = 'WAITING' order by received_at, id limit 1
                        for update skip locked""",
                        Upload.class)
                .getResultList();
        next.stream().map(Upload.class::cast).forEach(this::take);
        return !next.isEmpty();
    }

    private void take(Upload upload) {
        try {
            Map<String, Long> counts = ingest.store(
                    new TreeMap<>(Map.of(upload.id().toString(), SubmissionReader.read(upload.document()))));
            upload.imported(Ingest.fresh(counts), Ingest.known(counts), clock.now());
        } catch (Unusable unusable) {
            upload.failed(unusable.getMessage(), clock.now());
        } catch (RuntimeException failed) {
            String refusal = Refusal.of(failed).orElseThrow(() -> failed);
            throw new BadUpload(upload.id(), refusal);
        }
    }

    /** Notes that one cannot be imported. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fail(UUID id, String reason) {
        entities.find(Upload.class, id).failed(reason, clock.now());
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Upload> find(UUID id) {
        return Optional.ofNullable(entities.find(Upload.class, id));
    }

    /** Those that have these ids, in any order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Upload> all(List<UUID> ids) {
        return entities.createQuery("select u from Upload u where u.id in :keys", Upload.class)
                .setParameter("keys", ids)
                .getResultList();
    }
}
