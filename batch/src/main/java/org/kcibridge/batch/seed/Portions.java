package org.kcibridge.batch.seed;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.kcibridge.report.Kind;
import org.kcibridge.seed.Seeding;

/** Where the portions of one kind begin: one partition's share of them, every so many. */
@Dependent
@Named
public class Portions extends AbstractItemReader {

    /** As much as is prepared in one transaction. */
    static final int SIZE = 10_000;

    @Inject
    Seeding seeding;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String kind;

    @Inject
    @BatchProperty
    int part;

    @Inject
    @BatchProperty
    int parts;

    private long count;
    private long next;

    @Override
    public void open(Serializable checkpoint) {
        count = seeding.world(job.getInstanceId()).count(Kind.valueOf(kind));
        next = checkpoint == null ? (long) part * SIZE : (Long) checkpoint;
    }

    @Override
    public Long readItem() {
        if (next >= count) {
            return null;
        }
        long portion = next;
        next += (long) parts * SIZE;
        return portion;
    }

    @Override
    public Long checkpointInfo() {
        return next;
    }
}
