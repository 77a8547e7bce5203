package org.kcibridge.batch.reconciliation;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.kcibridge.batch.Tally;
import org.kcibridge.reconciliation.Reconciler;

/** Asks the runner of each job; what it answers is applied like a callback. */
@Dependent
@Named
public class AskRunner extends AbstractItemWriter {

    @Inject
    Reconciler reconciler;

    @Inject
    Tally tally;

    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        long answered =
                items.stream().map(UUID.class::cast).filter(reconciler::askNow).count();
        tally.note(job.getInstanceId(), "jobs were answered for", answered);
        tally.note(job.getInstanceId(), "jobs were not", items.size() - answered);
    }
}
