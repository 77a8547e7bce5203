package org.kcibridge.batch.aggregate;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.aggregate.Aggregates;

/** Works out what is stale, portion by portion, until nothing is left or it is told to stop. */
@Dependent
@Named
public class SettleAggregates extends AbstractBatchlet {

    @Inject
    Aggregates aggregates;

    private volatile boolean stopping;

    @Override
    public String process() {
        while (aggregates.settle() > 0 && !stopping) {
            // There may be more.
        }
        return "done";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
