package org.kcibridge.scheduling;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.UnknownRunner;

/** Takes a client's wish for a boot or for tests, as {@link BuildScheduler} does for builds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TestScheduler {

    @Inject
    RunnerCatalog runners;

    @Inject
    Intake intake;

    @Inject
    Handover handover;

    /**
     * Schedules those of the tests that nobody runs or has run for that build on that device. A runner that cannot be
     * reached is no error: the job is kept and handed over later.
     *
     * @return the job that runs them; empty when nothing was left to do
     * @throws UnknownRunner when the request names no runner of ours that does such work
     * @throws RunnerRefused when the runner says no; the job ends as REJECTED and its claims are released
     */
    public Optional<UUID> schedule(TestRequest request) {
        runners.requireOffer(request.runner(), request.kind().subject());
        Optional<Job> job = intake.open(request);
        job.ifPresent(handover::attempt);
        return job.map(Job::id);
    }
}
