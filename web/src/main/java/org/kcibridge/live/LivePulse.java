package org.kcibridge.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kcibridge.event.Events;

/** The life of the sessions: they begin and end with the application, and every few seconds somebody looks after them. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LivePulse {

    @Inject
    Events events;

    @Inject
    LiveSessions sessions;

    @PostConstruct
    void start() {
        events.watch(sessions);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void beat() {
        sessions.beat();
    }

    /** The server closes the sessions themselves. */
    @PreDestroy
    void stop() {
        events.leave(sessions);
    }
}
