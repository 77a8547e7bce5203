package org.kcibridge.batch.seed;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import org.kcibridge.seed.MalformedDataset;
import org.kcibridge.seed.SeedRefused;

/** A step that may be refused: the reason is the job's exit status then. */
abstract class SeedStep extends AbstractBatchlet {

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    boolean clear;

    @Inject
    @BatchProperty
    boolean confirm;

    @Override
    public String process() {
        try {
            seed(job.getInstanceId());
            return "done";
        } catch (SeedRefused | MalformedDataset refused) {
            job.setExitStatus(refused.getMessage());
            throw refused;
        }
    }

    /** @param instance the job, for all its restarts */
    abstract void seed(long instance);
}
