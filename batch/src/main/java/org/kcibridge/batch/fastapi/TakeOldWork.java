package org.kcibridge.batch.fastapi;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kcibridge.fastapi.Migration;
import org.kcibridge.fastapi.OldSchema;
import org.kcibridge.fastapi.OldWork;

/** Takes over old work. Done twice it does no more than once. */
@Dependent
@Named
public class TakeOldWork extends AbstractItemWriter {

    @Inject
    Migration migration;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String schema;

    @Inject
    @BatchProperty
    String work;

    @Override
    public void writeItems(List<Object> keys) {
        migration.take(
                job.getInstanceId(),
                new OldSchema(schema),
                OldWork.valueOf(work),
                keys.stream().map(String.class::cast).toList());
    }
}
