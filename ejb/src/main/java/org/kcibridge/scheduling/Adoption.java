package org.kcibridge.scheduling;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;

/**
 * Enters work into the book that was ordered from a runner before there was this bridge, and claims it as far as nobody else
 * has. All in the caller's transaction, which may go on to end the job.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Adoption {

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseClock clock;

    @Inject
    Claims claims;

    /**
     * Takes over work that the runner has.
     *
     * @param uid the runner's id of it
     * @param patience after how long the runner is asked about it, if nobody tells how it ended
     */
    public Job ordered(WorkRequest request, String origin, String uid, Instant orderedAt, Duration patience) {
        UUID id = TimeOrderedId.next();
        if (request instanceof TestRequest tests) {
            claims.takeTests(tests, id);
        } else {
            claims.take(List.of(Claim.workOf((BuildRequest) request, origin)), id);
        }
        Job job = job(id, request, origin, orderedAt);
        job.submitted(uid, clock.now(), patience);
        entities.persist(job);
        return job;
    }

    /**
     * Takes over tests that were run, nobody knows by which order.
     *
     * @return empty when all of it is claimed already
     */
    public Optional<Job> done(TestRequest request, String origin, Instant orderedAt) {
        UUID id = TimeOrderedId.next();
        Collection<String> left = claims.takeTests(request, id);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Job job = job(id, request.only(left), origin, orderedAt);
        job.finished(null, request.buildId(), clock.now());
        entities.persist(job);
        return Optional.of(job);
    }

    /** Its secret is told to nobody: the runner was given none. */
    private static Job job(UUID id, WorkRequest request, String origin, Instant orderedAt) {
        return new Job(id, request, origin, Intake.newSecret(), orderedAt, Duration.ZERO);
    }
}
