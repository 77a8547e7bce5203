package org.kcibridge.event;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The newest events, in memory, so that many who watch cost the database no more than one. */
final class RecentEvents {

    private final int most;
    private final NavigableMap<Long, Event> events = new TreeMap<>();
    private long before;
    private long newest;

    /** @param most how many are kept */
    RecentEvents(int most) {
        this.most = most;
    }

    /** Forgets everything; what comes next comes after this event. */
    synchronized void begin(long id) {
        events.clear();
        before = id;
        newest = id;
    }

    /** @param next in order, and after all that came so far */
    synchronized void add(List<Event> next) {
        for (Event event : next) {
            events.put(event.id(), event);
            newest = event.id();
        }
        while (events.size() > most) {
            before = events.pollFirstEntry().getKey();
        }
    }

    synchronized long newest() {
        return newest;
    }

    /**
     * The first few events after this one.
     *
     * @return empty when some of them may have been forgotten
     */
    synchronized Optional<List<Event>> after(long id, int limit) {
        return id < before
                ? Optional.empty()
                : Optional.of(
                        events.tailMap(id, false).values().stream().limit(limit).toList());
    }
}
