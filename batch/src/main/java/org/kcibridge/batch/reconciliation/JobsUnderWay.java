package org.kcibridge.batch.reconciliation;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kcibridge.batch.watch.IdReader;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.scheduling.JobLedger;

/** The ids of jobs that a runner has had for a while, in the order they were asked for. */
@Dependent
@Named
public class JobsUnderWay extends IdReader<UUID> {

    private static final int PAGE = 100;

    @Inject
    JobLedger ledger;

    @Inject
    Moment moment;

    @Inject
    @BatchProperty
    String runner;

    @Inject
    @BatchProperty
    String olderThan;

    private Instant before;

    @Override
    protected void begin() {
        before = moment.of(olderThan);
    }

    @Override
    protected List<UUID> page(UUID after) {
        return ledger.underWayAfter(after, runner, before, PAGE);
    }
}
