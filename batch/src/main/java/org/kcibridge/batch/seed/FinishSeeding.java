package org.kcibridge.batch.seed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.seed.Seeding;

/** Brings in what is prepared, for what was there. */
@Dependent
@Named
public class FinishSeeding extends SeedStep {

    @Inject
    Seeding seeding;

    @Override
    void seed(long instance) {
        seeding.finish(instance, clear, confirm);
    }
}
