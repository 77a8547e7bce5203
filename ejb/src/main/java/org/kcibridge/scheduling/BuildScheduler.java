package org.kcibridge.scheduling;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.UnknownRunner;

/** Takes a client's wish for a build: safe first, then handed to the runner, both before the client gets its answer. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuildScheduler {

    @Inject
    RunnerCatalog runners;

    @Inject
    Intake intake;

    @Inject
    Handover handover;

    /**
     * Schedules a build, or joins an equal one that is under way. A runner that cannot be reached is no error: the job
     * is kept and handed over later.
     *
     * @return the job that builds it
     * @throws UnknownRunner when the request names no runner of ours that does such work
     * @throws RunnerRefused when the runner says no; the job ends as REJECTED and the claim is released
     */
    public UUID schedule(BuildRequest request) {
        runners.requireOffer(request.runner(), request.kind().subject());
        Intake.Opened opened = intake.open(request);
        opened.fresh().ifPresent(handover::attempt);
        return opened.job();
    }
}
