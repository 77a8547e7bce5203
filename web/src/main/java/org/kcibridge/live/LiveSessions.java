package org.kcibridge.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.kcibridge.event.Events;

/** The clients of this node that watch. */
@ApplicationScoped
public class LiveSessions implements Events.Watcher {

    /** Each costs a connection and its buffers. */
    static final int MOST = 500;

    @Inject
    Events events;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    Executor executor;

    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();

    /** Where there are too many already the session is one that has ended. */
    LiveSession open(Line line) {
        LiveSession session = new LiveSession(line, events, executor, System.nanoTime());
        sessions.add(session);
        if (sessions.size() > MOST) {
            closed(session);
            session.end(CloseCodes.TRY_AGAIN_LATER, "too many sessions; try again later");
        }
        return session;
    }

    void closed(LiveSession session) {
        sessions.remove(session);
    }

    @Override
    public void eventsCame() {
        sessions.forEach(LiveSession::wake);
    }

    @Override
    public void eventsBeganAnew() {
        String reason = "the database has lost events: subscribe anew and read what you watch";
        sessions.forEach(session -> session.end(CloseCodes.SERVICE_RESTART, reason));
    }

    void beat() {
        long now = System.nanoTime();
        sessions.forEach(session -> session.beat(now));
    }
}
