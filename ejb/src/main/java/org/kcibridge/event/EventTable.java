package org.kcibridge.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The events that are kept, in the database. Plain JDBC: they are read on a connection that waits for notifications, which
 * no entity manager lends.
 */
final class EventTable {

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** Numbers what has been committed since. */
    void number() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select event.number_waiting()")) {
            statement.execute();
        }
    }

    /** The first few events after this one, in order. */
    List<Event> after(long id, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, channel, object, state, at from event.numbered where id > ? order by id limit ?")) {
            statement.setLong(1, id);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(new Event(
                            rows.getLong("id"),
                            rows.getString("channel"),
                            rows.getString("object"),
                            rows.getString("state"),
                            rows.getObject("at", OffsetDateTime.class).toInstant()));
                }
                return events;
            }
        }
    }

    /** The newest event's number, 0 when there never was one: the newest is never thrown away. */
    long newest() throws SQLException {
        return number("select coalesce(max(id), 0) from event.numbered");
    }

    /** @throws EventsGone unless all that came after this event is kept */
    void requireKept(long id) throws SQLException {
        if (id > newest()) {
            throw new EventsGone("there is no event %d; the newest is %d".formatted(id, newest()));
        }
        long oldest = number("select coalesce(min(id), 1) from event.numbered");
        if (id < oldest - 1) {
            throw new EventsGone("events after %d are not kept any more; the oldest is %d".formatted(id, oldest));
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
