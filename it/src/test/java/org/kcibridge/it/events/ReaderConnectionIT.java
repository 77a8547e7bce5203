package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.postgresql.PGConnection;

/** The connection that a node listens on may end, and the database behind it may be another one afterwards. */
@IntegrationTest
class ReaderConnectionIT extends BridgeTest {

    private static final String LISTENERS =
            "from pg_stat_activity where datname = current_database() and application_name = 'kci-bridge-events'";

    private Watcher watcher;

    @BeforeEach
    void watch() {
        watcher = Watcher.open(api);
        watcher.subscribe("jobs");
    }

    @AfterEach
    void leave() {
        watcher.close();
    }

    @Test
    void listensOnOneConnectionOfItsOwn() {
        assertThat(database.count("select count(*) " + LISTENERS)).isEqualTo(1);
    }

    @Test
    void isHealedWhenItIsCut() {
        String before = database.value("select pid " + LISTENERS);

        assertThat(cut()).isEqualTo(1);
        tell("a");

        assertThat(watcher.hearUpTo("jobs a X")).containsExactly("jobs a X");
        assertThat(database.value("select pid " + LISTENERS)).isNotNull().isNotEqualTo(before);
        tell("b");
        assertThat(watcher.hearUpTo("jobs b X")).containsExactly("jobs b X");
    }

    @Test
    void missesNothingHoweverOftenItIsCut() {
        for (int i = 0; i < 5; i++) {
            tell("before " + i);
            cut();
            tell("after " + i);
        }

        assertThat(watcher.hearUpTo("jobs after 4 X"))
                .containsExactly(
                        "jobs before 0 X",
                        "jobs after 0 X",
                        "jobs before 1 X",
                        "jobs after 1 X",
                        "jobs before 2 X",
                        "jobs after 2 X",
                        "jobs before 3 X",
                        "jobs after 3 X",
                        "jobs before 4 X",
                        "jobs after 4 X");
    }

    /** So does a standby that took over and had not got everything: numbers that were told are given once more. */
    @Test
    void sendsClientsAwayWhenTheDatabaseHasLostEvents() {
        for (String object : new String[] {"a", "b", "c"}) {
            tell(object);
        }
        watcher.hearUpTo("jobs c X");
        long kept = Long.parseLong(database.value("select max(id) - 2 from event.numbered"));
        database.update("delete from event.numbered where id > ?", kept);
        database.value("select setval('event.numbered_seq', ?)", kept);

        cut();

        assertThat(watcher.hearEnd())
                .isEqualTo("1012 the database has lost events: subscribe anew and read what you watch");
        try (Watcher again = Watcher.open(api)) {
            assertThat(again.subscribe("jobs")).isEqualTo(kept);
            tell("d");
            assertThat(again.hear().getJsonNumber("id").longValueExact()).isEqualTo(kept + 1);
        }
    }

    /** The half of a notification that is the database's: it comes with the commit, and says nothing. */
    @Test
    void isWokenByACommitAndByNothingElse() throws SQLException {
        try (var listener = database.worker().connect();
                var writer = database.worker().connect();
                var listening = listener.createStatement();
                var writing = writer.createStatement()) {
            given.job().create();
            listening.execute("listen event");
            writer.setAutoCommit(false);
            PGConnection notifications = listener.unwrap(PGConnection.class);

            writing.execute("update job set state = 'REJECTED', due_at = null");
            writer.rollback();
            listening.execute("select 1");
            assertThat(notifications.getNotifications()).isEmpty();

            writing.execute("update job set state = 'REJECTED', due_at = null");
            writing.execute("update job set state = 'FINISHED'");
            writer.commit();
            assertThat(notifications.getNotifications((int) PATIENCE.toMillis()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.getParameter()).isEmpty());
        }
    }

    /** @return how many connections were cut, once there was one */
    private int cut() {
        await().atMost(PATIENCE).until(() -> database.count("select count(*) " + LISTENERS) > 0);
        return database.count("select count(pg_terminate_backend(pid)) " + LISTENERS);
    }

    private void tell(String object) {
        Told.of(database, "jobs", object);
    }
}
