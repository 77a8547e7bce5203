package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Cleaning while others are at the tables. */
@IntegrationTest
@ExtendWith(SharedServer.class)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CleanupUnderLoadTest {

    private ScratchDatabase database;
    private Connection other;

    @BeforeEach
    void fill(ScratchDatabase scratch) throws SQLException {
        database = scratch.run("create table kernel (id int primary key)", "insert into kernel values (1), (2)");
        other = database.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void letGo() throws SQLException {
        other.close();
    }

    @Test
    void shouldNotWaitForReader() throws SQLException {
        other("lock table kernel in access share mode");
        try (var session = new Session(database::connect, Duration.ofMillis(200))) {
            new Flush(session).run();
        }
        assertThat(database.value("select count(*) from kernel")).isEqualTo("0");
    }

    @Test
    void shouldWaitForWriter() throws SQLException {
        other("update kernel set id = 3 where id = 1");
        try (var session = new Session(database::connect, Duration.ofSeconds(10))) {
            var flush = CompletableFuture.runAsync(() -> new Flush(session).run());
            await().until(() -> database.value("select count(*) from pg_locks where not granted"), "1"::equals);
            other.commit();
            flush.orTimeout(10, TimeUnit.SECONDS).join();
        }
        assertThat(database.value("select count(*) from kernel")).isEqualTo("0");
    }

    @Test
    void shouldTryAgainAfterTimeOut() throws SQLException {
        other("update kernel set id = 3 where id = 1");
        try (var session = new Session(database::connect, Duration.ofSeconds(1))) {
            var flush = CompletableFuture.runAsync(() -> new Flush(session).run());
            await().until(() -> rollBacks() > 0);
            other.commit();
            flush.orTimeout(10, TimeUnit.SECONDS).join();
        }
        assertThat(database.value("select count(*) from kernel")).isEqualTo("0");
    }

    @Test
    void shouldNameTableAndWriterThatStays() throws SQLException {
        other("update kernel set id = 3 where id = 1");
        String pid = database.value("select pid from pg_stat_activity where state = 'idle in transaction'"
                + " and datname = current_database()");
        try (var session = new Session(database::connect, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> new Flush(session).run())
                    .isInstanceOf(DatabaseBusy.class)
                    .hasMessageContaining("table \"public\".\"kernel\"")
                    .hasMessageContaining("3 attempts")
                    .hasMessageContaining("process " + pid + " (idle in transaction")
                    .hasMessageContaining("update kernel set id = 3");
            other.rollback();
            assertThat(database.value("select count(*) from kernel"))
                    .as("all or nothing")
                    .isEqualTo("2");
            new Flush(session).run();
        }
        assertThat(database.value("select count(*) from kernel")).isEqualTo("0");
    }

    /** Statistics come late, so the log of the server would be surer, but this is what can be asked. */
    private long rollBacks() {
        return Long.parseLong(
                database.value("select xact_rollback from pg_stat_database where datname = current_database()"));
    }

    private void other(String command) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute(command);
        }
    }
}
