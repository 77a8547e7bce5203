package org.kcibridge.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kcibridge.meter.Meters;

/** Decides who does which work, in the transaction that opens or ends the job. */
@ApplicationScoped
class Claims {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Meters meters;

    /**
     * Claims whatever of the work is free. Where another transaction is claiming the same this waits until that one has
     * decided. All claim in the same order, so that no two ever wait for each other.
     *
     * @return what the job has got; the rest is somebody else's
     */
    @SuppressWarnings("unchecked")
    Set<String> take(Collection<String> works, UUID job) {
        List<String> taken = entities.createNativeQuery(
                        """
                        insert into claim (work, job_id)
                        select work, :job from unnest(cast(:works as text[])) work order by work collate "C"
                        on conflict (work) do nothing
                        returning work""",
                        String.class)
                .setParameter("works", works.toArray(String[]::new))
                .setParameter("job", job)
                .getResultList();
        count("taken", taken.size());
        count("held", works.size() - taken.size());
        return Set.copyOf(taken);
    }

    private void count(String outcome, int works) {
        meters.counter("kci_bridge.claims", "outcome", outcome).increment(works);
    }

    /**
     * Claims whatever of the tests is free.
     *
     * @return those that the job has got
     */
    Collection<String> takeTests(TestRequest request, UUID job) {
        Map<String, String> testsByWork = new LinkedHashMap<>();
        request.tests().forEach(test -> testsByWork.put(Claim.workOf(request, test), test));
        return take(testsByWork.keySet(), job).stream().map(testsByWork::get).toList();
    }

    /** The job that has claimed the work. */
    Optional<UUID> holder(String work) {
        return Optional.ofNullable(entities.find(Claim.class, work)).map(Claim::jobId);
    }

    /** Gives back all that the job has claimed. */
    void release(UUID job) {
        entities.createQuery("delete from Claim c where c.jobId = :job")
                .setParameter("job", job)
                .executeUpdate();
    }
}
