package org.kcibridge.batch.seed;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.kcibridge.report.Kind;
import org.kcibridge.seed.Seeding;
import org.kcibridge.seed.Staging;
import org.kcibridge.seed.World;

/** Prepares portions of one kind. A portion that was prepared before a crash is not prepared again. */
@Dependent
@Named
public class Prepare extends AbstractItemWriter {

    @Inject
    Seeding seeding;

    @Inject
    Staging staging;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String kind;

    private World world;

    @Override
    public void open(Serializable checkpoint) {
        world = seeding.world(job.getInstanceId());
    }

    @Override
    public void writeItems(List<Object> portions) {
        for (Object first : portions) {
            staging.prepare(job.getInstanceId(), world, Kind.valueOf(kind), (Long) first, Portions.SIZE);
        }
    }
}
