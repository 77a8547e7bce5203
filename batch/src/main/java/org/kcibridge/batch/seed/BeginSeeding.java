package org.kcibridge.batch.seed;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.batch.launch.ExecutionRecords;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.seed.Plan;
import org.kcibridge.seed.SeedRefused;
import org.kcibridge.seed.Seeding;

/** Sees to it that the database may be seeded, and the dataset is fine, before anything else happens. */
@Dependent
@Named
public class BeginSeeding extends SeedStep {

    @Inject
    Seeding seeding;

    @Inject
    Moment moment;

    @Inject
    ExecutionRecords executions;

    @Inject
    @BatchProperty
    String dataset;

    @Inject
    @BatchProperty
    int checkouts;

    @Inject
    @BatchProperty
    int issues;

    @Inject
    @BatchProperty
    int scale;

    @Inject
    @BatchProperty
    long seed;

    @Inject
    @BatchProperty
    String now;

    @Override
    void seed(long instance) {
        // Of two that begin at the same moment, the first one goes on.
        executions.running(job.getJobName()).stream()
                .filter(other -> other < job.getExecutionId())
                .findFirst()
                .ifPresent(other -> {
                    throw new SeedRefused("execution %d is seeding".formatted(other));
                });
        seeding.begin(instance, new Plan(dataset, checkouts, issues, scale, seed, moment.of(now)), clear, confirm);
    }
}
