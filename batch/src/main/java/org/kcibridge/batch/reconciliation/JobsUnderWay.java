package org.kcibridge.batch.reconciliation;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.scheduling.JobLedger;

/** Reads the ids of jobs that a runner has had for a while; the last one asked about is the checkpoint. */
@Dependent
@Named
public class JobsUnderWay extends AbstractItemReader {

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

    private final Deque<UUID> ids = new ArrayDeque<>();
    private Instant before;
    private UUID last;

    @Override
    public void open(Serializable checkpoint) {
        last = (UUID) checkpoint;
        before = moment.of(olderThan);
    }

    @Override
    public UUID readItem() {
        if (ids.isEmpty()) {
            ids.addAll(ledger.underWayAfter(last, runner, before, PAGE));
        }
        UUID next = ids.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public UUID checkpointInfo() {
        return last;
    }
}
