package org.kcibridge.scheduling;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.settings.BridgeSettings;

/** Opens jobs: the work is claimed and the job stored in one transaction, and safe when that is over. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Intake {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    @Inject
    Claims claims;

    /** Opens a job for the build, or finds the job that is at it already. */
    public Opened open(BuildRequest request) {
        UUID id = TimeOrderedId.next();
        String work = Claim.workOf(request, settings.origin());
        if (claims.take(List.of(work), id).isEmpty()) {
            // The claim may have been given back since.
            return claims.holder(work)
                    .map(job -> new Opened(job, Optional.empty()))
                    .orElseGet(() -> open(request));
        }
        return new Opened(id, Optional.of(store(id, request)));
    }

    /** @param fresh the job if this call opened it, so that the caller has to hand it to the runner */
    public record Opened(UUID job, Optional<Job> fresh) {}

    /** Opens a job for those of the tests that nobody runs or has run; none when nothing is left. */
    public Optional<Job> open(TestRequest request) {
        UUID id = TimeOrderedId.next();
        Collection<String> taken = claims.takeTests(request, id);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(store(id, request.only(taken)));
    }

    private Job store(UUID id, WorkRequest request) {
        Job job = new Job(id, request, settings.origin(), newSecret(), clock.now(), settings.lease());
        entities.persist(job);
        return job;
    }

    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
