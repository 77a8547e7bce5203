package org.kcibridge.batch.aggregate;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.aggregate.Aggregates;
import org.kcibridge.batch.Tally;

/** Takes all aggregates for stale. */
@Dependent
@Named
public class ForgetAggregates extends AbstractBatchlet {

    @Inject
    Aggregates aggregates;

    @Inject
    Tally tally;

    @Inject
    JobContext job;

    @Override
    public String process() {
        tally.note(job.getInstanceId(), "checkouts and issues worked out anew", aggregates.forgetEverything());
        return "done";
    }
}
