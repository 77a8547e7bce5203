package org.kcibridge.batch.resubmission;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.kcibridge.submission.Outbox;

/** Makes submissions due at once; the dispatcher does the rest. Done twice it does no more than once. */
@Dependent
@Named
public class DriveAgain extends AbstractItemWriter {

    @Inject
    Outbox outbox;

    @Inject
    JobContext job;

    private int driven;

    @Override
    public void writeItems(List<Object> items) {
        driven += outbox.driveAgain(items.stream().map(UUID.class::cast).toList());
        job.setExitStatus("%d submissions are sent again".formatted(driven));
    }
}
