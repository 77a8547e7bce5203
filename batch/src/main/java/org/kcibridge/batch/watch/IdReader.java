package org.kcibridge.batch.watch;

import jakarta.batch.api.chunk.AbstractItemReader;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads ids in their order, a page at a time; the last one that was written is the checkpoint from which a restart goes on.
 *
 * @param <T> what ids are
 */
public abstract class IdReader<T extends Serializable> extends AbstractItemReader {

    private final Deque<T> ids = new ArrayDeque<>();
    private T last;

    @Override
    @SuppressWarnings("unchecked")
    public void open(Serializable checkpoint) {
        last = (T) checkpoint;
        begin();
    }

    /** Comes once, before the first page. */
    protected abstract void begin();

    /** @param after the last one of the page before, {@code null} for the first page */
    protected abstract List<T> page(T after);

    @Override
    public T readItem() {
        if (ids.isEmpty()) {
            ids.addAll(page(last));
        }
        T next = ids.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public T checkpointInfo() {
        return last;
    }
}
