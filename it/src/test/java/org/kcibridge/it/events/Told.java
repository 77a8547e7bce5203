package org.kcibridge.it.events;

import java.sql.Connection;
import java.sql.SQLException;
import org.kcibridge.it.container.Database;

/** Events out of nowhere, as if a trigger told of an object that has come to state X. */
final class Told {

    private static final String TELL =
            """
            with woken as (select pg_notify('event', ''))
            insert into event.waiting (channel, object, state) select ?, ?, 'X' from woken""";

    private static final String TELL_MANY =
            """
            with woken as (select pg_notify('event', ''))
            insert into event.waiting (channel, object, state) select ?, cast(i as text), 'X' from woken, generate_series(1, ?) i""";

    private Told() {}

    static void of(Database database, String channel, String object) {
        database.update(TELL, channel, object);
    }

    /** Objects are numbered from 1. */
    static void ofMany(Database database, String channel, int count) {
        database.update(TELL_MANY, channel, count);
    }

    /** In the connection's transaction. */
    static void of(Connection connection, String channel, String object) throws SQLException {
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, channel);
            statement.setString(2, object);
            statement.execute();
        }
    }
}
