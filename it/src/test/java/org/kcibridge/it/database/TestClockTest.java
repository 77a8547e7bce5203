package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.kind.IntegrationTest;

/** The time in a test database is what the test says, for statements and for defaults of columns. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class TestClockTest {

    private WorkerDatabase database;

    @BeforeEach
    void open(DatabaseServer server) {
        database = WorkerDatabase.open(server, 7);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldRunWithTheRealOne() throws SQLException {
        assertThat(distance(Instant.now(), time("select now()"))).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void shouldGoOnFromWhereItWasAdvancedTo() throws SQLException {
        database.clock().advance(Duration.ofHours(25));
        database.clock().advance(Duration.ofHours(-1));

        assertThat(distance(Instant.now().plus(Duration.ofHours(24)), time("select now()")))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(time("select now()")).isBefore(time("select now()"));
    }

    @Test
    void shouldStopAndBeAdvancedAndGoBack() throws SQLException {
        Instant moment = Instant.parse("2031-07-01T12:00:00Z");
        database.clock().stopAt(moment);
        assertThat(time("select now()")).isEqualTo(moment);

        database.clock().advance(Duration.ofSeconds(90));
        assertThat(time("select now()")).isEqualTo(moment.plusSeconds(90));

        database.clock().reset();
        assertThat(distance(Instant.now(), time("select now()"))).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void shouldReachDefaultsOfMigratedColumns() throws SQLException {
        Instant moment = Instant.parse("2031-07-01T12:00:00Z");
        database.clock().stopAt(moment);

        Instant written = time("insert into checkouts (id, origin) values ('riscv:c', 'riscv') returning _timestamp");

        assertThat(written).isEqualTo(moment);
    }

    private Instant time(String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
