package org.kcibridge.batch.resubmission;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.kcibridge.submission.Outbox;

/**
 * Reads the ids of submissions that wait for a retry or are dead. They come in the order they were queued, so the last one
 * written is the checkpoint a restart goes on from.
 */
@Dependent
@Named
public class StuckSubmissions extends AbstractItemReader {

    @Inject
    Outbox outbox;

    private Deque<UUID> ids;
    private UUID last;

    @Override
    public void open(Serializable checkpoint) {
        last = (UUID) checkpoint;
        ids = new ArrayDeque<>(outbox.stuckAfter(last));
    }

    @Override
    public UUID readItem() {
        UUID next = ids.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public UUID checkpointInfo() {
        return last;
    }
}
