package org.kcibridge.batch.watch;

import jakarta.batch.api.chunk.AbstractItemReader;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Reads ids in their order, a page at a time; the last one that was written is the checkpoint from which a restart goes on. */
public abstract class IdReader extends AbstractItemReader {

    private final Deque<UUID> ids = new ArrayDeque<>();
    private UUID last;

    @Override
    public void open(Serializable checkpoint) {
        last = (UUID) checkpoint;
        begin();
    }

    /** Comes once, before the first page. */
    protected abstract void begin();

    /** @param after the last one of the page before, {@code null} for the first page */
    protected abstract List<UUID> page(UUID after);

    @Override
    public UUID readItem() {
        if (ids.isEmpty()) {
            ids.addAll(page(last));
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
