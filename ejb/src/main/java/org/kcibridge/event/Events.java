package org.kcibridge.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;

/**
 * What happens, for those who watch. They are not handed events but come for them, each from where he is: a slow one keeps
 * nobody waiting and nothing in memory.
 */
@ApplicationScoped
public class Events {

    private static final int MOST_RECENT = 10_000;
    private static final int PORTION = 100;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    private final RecentEvents recent = new RecentEvents(MOST_RECENT);
    private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();

    /** Somebody who wants to know that there is something to come for. */
    public interface Watcher {

        /** There are new events. */
        void eventsCame();

        /** The database has lost events it had told, as one does that took over from another: numbers count from there. */
        void eventsBeganAnew();
    }

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    public void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** The newest event that this node knows. */
    public long newest() {
        return recent.newest();
    }

    /**
     * The first few events after this one, in order.
     *
     * @throws EventsGone when some of them are not kept any more
     */
    public List<Event> after(long id) {
        return recent.after(id, PORTION).orElseGet(() -> read(id));
    }

    /** @throws EventsGone unless all that came after this event is kept */
    public void requireKept(long id) {
        read(id);
    }

    private List<Event> read(long id) {
        try (Connection connection = database.getConnection()) {
            EventTable table = new EventTable(connection);
            List<Event> events = table.after(id, PORTION);
            // Asked afterwards, as they may be thrown away while they are read.
            table.requireKept(id);
            return events;
        } catch (SQLException away) {
            throw new IllegalStateException("events cannot be read", away);
        }
    }

    /** What comes next comes after this event. */
    public void begin(long id) {
        boolean anew = id < recent.newest();
        recent.begin(id);
        if (anew) {
            watchers.forEach(Watcher::eventsBeganAnew);
        }
    }

    /** Takes what has come, in order. */
    public void take(List<Event> events) {
        recent.add(events);
        watchers.forEach(Watcher::eventsCame);
    }
}
