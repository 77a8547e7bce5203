package org.kcibridge.batch.resubmission;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.kcibridge.batch.Tally;
import org.kcibridge.submission.Resubmission;

/** Makes submissions due at once; the dispatcher does the rest. Done twice it does no more than once. */
@Dependent
@Named
public class DriveAgain extends AbstractItemWriter {

    @Inject
    Resubmission resubmission;

    @Inject
    Tally tally;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    boolean dryRun;

    @Override
    public void writeItems(List<Object> items) {
        if (dryRun) {
            tally.note(job.getInstanceId(), "submissions would be sent again", items.size());
        } else {
            resubmission.driveAgain(
                    job.getInstanceId(), items.stream().map(UUID.class::cast).toList());
        }
    }
}
