package org.kcibridge.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.event.OldEvents;
import org.kcibridge.it.container.InsideBridge;
import org.kcibridge.kind.IntegrationTest;

/** Events are kept for a while, and not for ever. */
@IntegrationTest
@ExtendWith(ArquillianExtension.class)
@InsideBridge
class OldEventsIT {

    private static final String ADD =
            """
            insert into event.numbered (channel, object, at)
            values ('jobs', 'a job', now() - ? * interval '1 minute') returning id""";

    @Inject
    OldEvents oldEvents;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    @Test
    void throwsAwayWhatIsOlderThanAnHour() throws SQLException {
        long old = number(ADD, 61);
        long young = number(ADD, 59);
        long newest = number(ADD, 0);

        assertFalse(oldEvents.run());

        assertFalse(isKept(old));
        assertTrue(isKept(young));
        assertTrue(isKept(newest));
    }

    @Test
    void keepsTheNewestHoweverOldItIs() throws SQLException {
        long newest = number(ADD, 600);

        oldEvents.run();

        assertTrue(isKept(newest));
        assertEquals(newest, number("select min(id) from event.numbered where id >= ?", newest));
    }

    @Test
    void throwsAwayWhatIsFarBehind() throws SQLException {
        long far = number(ADD, 0);
        long near = number(ADD, 0);
        number("select setval('event.numbered_seq', ?)", near + 99_998);
        long newest = number(ADD, 0);

        oldEvents.run();

        assertEquals(far + 100_000, newest);
        assertFalse(isKept(far));
        assertTrue(isKept(near));
        assertTrue(isKept(newest));
    }

    private boolean isKept(long id) throws SQLException {
        return number("select count(*) from event.numbered where id = ?", id) == 1;
    }

    private long number(String sql, long parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
