package org.kcibridge.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;
import org.postgresql.PGConnection;

/**
 * Reads what is told, on every node, on a connection that it keeps for itself. A notification of PostgreSQL wakes it up and
 * says nothing; what there is to read it knows by the number of the last event it has read. So nothing is missed while the
 * connection is away, and a notification that does not come costs a second.
 */
@Singleton
@Startup
@DependsOn("Installation")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventReader {

    private static final Duration WITHOUT_NOTIFICATION = Duration.ofSeconds(1);

    /** Between two looks while there is something to see, so that a busy database is not asked all the time. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PORTION = 1000;

    @Resource(lookup = "java:jboss/datasources/EventDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Events events;

    private Thread thread;
    private volatile boolean stopping;
    private boolean deaf;

    @PostConstruct
    void start() {
        try (Connection connection = database.getConnection()) {
            events.begin(new EventTable(connection).newest());
        } catch (SQLException away) {
            throw new IllegalStateException("events cannot be read", away);
        }
        thread = threads.newThread(this::read);
        thread.setName("events");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            while (!stopping) {
                listen();
                Thread.sleep(AFTER_TROUBLE.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads until there is trouble. */
    private void listen() throws InterruptedException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen event");
            EventTable table = new EventTable(connection);
            events.begin(Math.min(table.newest(), events.newest()));
            listens();
            PGConnection notifications = connection.unwrap(PGConnection.class);
            while (!stopping) {
                int seen = look(table);
                if (seen == 0) {
                    notifications.getNotifications((int) WITHOUT_NOTIFICATION.toMillis());
                } else if (seen < PORTION) {
                    Thread.sleep(BREATH.toMillis());
                }
                notifications.getNotifications();
            }
        } catch (SQLException | RuntimeException trouble) {
            doesNotListen(trouble);
        }
    }

    /** @return how much there was to see */
    private int look(EventTable table) throws SQLException {
        table.number();
        List<Event> next = table.after(events.newest(), PORTION);
        if (!next.isEmpty()) {
            events.take(next);
        }
        return next.size();
    }

    private void listens() {
        if (deaf) {
            BridgeLog.LOG.eventsAgain();
            deaf = false;
        }
    }

    private void doesNotListen(Exception trouble) {
        if (!deaf && !stopping) {
            BridgeLog.LOG.noEvents(OneLine.of(trouble.toString()));
            deaf = true;
        }
    }
}
