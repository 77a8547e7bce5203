package org.kcibridge.batch.resubmission;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Stuck;

/**
 * Reads the ids of submissions that wait for a retry or are dead: one partition's part of them, a page at a time. They come in
 * the order they were queued, so the last one written is the checkpoint a restart goes on from.
 */
@Dependent
@Named
public class StuckSubmissions extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject
    Outbox outbox;

    @Inject
    Moment moment;

    @Inject
    @BatchProperty
    String kind;

    @Inject
    @BatchProperty
    String since;

    @Inject
    @BatchProperty
    String origin;

    @Inject
    @BatchProperty
    int part;

    @Inject
    @BatchProperty
    int parts;

    private final Deque<UUID> ids = new ArrayDeque<>();
    private Stuck which;
    private UUID last;

    @Override
    public void open(Serializable checkpoint) {
        last = (UUID) checkpoint;
        which = new Stuck(kind, moment.of(since), origin, part, parts);
    }

    @Override
    public UUID readItem() {
        if (ids.isEmpty()) {
            ids.addAll(outbox.stuckAfter(last, which, PAGE));
        }
        UUID next = ids.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public UUID checkpointInfo() {
        return last;
    }
}
