package org.kcibridge.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kcibridge.event.Event;
import org.kcibridge.event.Events;
import org.kcibridge.event.EventsGone;

/** Events that a test makes up, without a database. */
final class EventsInMemory extends Events {

    private final List<Event> log = new ArrayList<>();
    private long oldest = 1;
    private boolean away;

    void happens(String... channels) {
        for (String channel : channels) {
            log.add(new Event(log.size() + 1, channel, "an object", "SOMEHOW", Instant.EPOCH));
        }
    }

    void forgetBefore(long id) {
        oldest = id;
    }

    void goAway(boolean goes) {
        away = goes;
    }

    @Override
    public long newest() {
        return log.size();
    }

    @Override
    public List<Event> after(long id) {
        requireKept(id);
        return log.subList((int) id, log.size());
    }

    @Override
    public void requireKept(long id) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        if (id < oldest - 1 || id > newest()) {
            throw new EventsGone("events after %d are gone".formatted(id));
        }
    }
}
