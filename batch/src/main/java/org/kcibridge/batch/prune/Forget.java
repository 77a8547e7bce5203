package org.kcibridge.batch.prune;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.retention.Prunable;
import org.kcibridge.retention.Retention;

/** Forgets one kind of things, portion by portion, until nothing old is left or it is told to stop. */
@Dependent
@Named
public class Forget extends AbstractBatchlet {

    @Inject
    Retention retention;

    @Inject
    Moment moment;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String what;

    @Inject
    @BatchProperty
    String olderThan;

    @Inject
    @BatchProperty
    boolean reports;

    @Inject
    @BatchProperty
    boolean dryRun;

    private volatile boolean stopping;

    @Override
    public String process() {
        Prunable kind = Prunable.valueOf(what);
        Instant before = moment.of(olderThan);
        if (kind.isReport() && !reports) {
            return "not asked for";
        }
        if (dryRun) {
            retention.count(job.getInstanceId(), kind, before);
            return "counted";
        }
        int forgotten = Retention.PORTION;
        while (forgotten == Retention.PORTION && !stopping) {
            forgotten = retention.forget(job.getInstanceId(), kind, before);
        }
        return "done";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
