package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The clock that a test moves and the bridge goes by. Leases, due times and deadlines are all on the database's clock, so
 * that is the one to move: in test databases {@code now()} is found in schema {@code clock} before PostgreSQL's own. A test
 * says "a day later" instead of rewriting the rows that a day would have changed.
 *
 * <p>Isolation sets it right before each test.
 */
public final class TestClock {

    /** Comes into the template before the migrations, so that defaults of columns go by it too. */
    static final String SCHEMA =
            """
            create schema clock;
            create table clock.hand (stopped_at timestamptz, ahead interval not null);
            insert into clock.hand values (null, interval '0');
            create function clock.now() returns timestamptz stable parallel safe language sql as
                'select coalesce(stopped_at, pg_catalog.now()) + ahead from clock.hand'
            """;

    /** New objects still go into public. */
    static final String SEARCH_PATH = "public, clock, pg_catalog";

    private final WorkerDatabase database;

    TestClock(WorkerDatabase database) {
        this.database = database;
    }

    /** Lets time pass; it goes on from there. */
    public void advance(Duration by) {
        set("ahead = ahead + ? * interval '1 millisecond'", by.toMillis());
    }

    /** Stops the clock at this moment; {@link #advance} still moves it. */
    public void stopAt(Instant moment) {
        set("stopped_at = ?, ahead = interval '0'", moment.atOffset(ZoneOffset.UTC));
    }

    /** Back to the real time. */
    public void reset() {
        set("stopped_at = null, ahead = interval '0'");
    }

    private void set(String assignment, Object... values) {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement("update clock.hand set " + assignment)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the clock of " + database.name() + " cannot be moved", broken);
        }
    }
}
