package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Every difference is found, counted and shown. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class LeakDetectorTest {

    private ScratchDatabase database;
    private Session session;
    private LeakDetector detector;

    @BeforeEach
    void begin(ScratchDatabase scratch) {
        database = scratch.run(
                "create table kernel (id int primary key, version text)",
                "create table note (line text)",
                "insert into kernel values (1, 'v6.16'), (2, 'v6.17'), (3, 'v6.18')",
                "insert into note values ('same'), ('same')");
        session = new Session(database::connect);
        detector = new LeakDetector(session, InitialData.take(session));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void shouldFindNothingWhereRowsOnlyMoved() {
        database.run(
                "update kernel set version = version where id = 1",
                "delete from note",
                "insert into note values ('same'), ('same')");
        assertThat(detector.leaks()).isEmpty();
    }

    @Test
    void shouldTellAddedRemovedAndChangedRows() {
        database.run(
                "insert into kernel values (4, 'v6.19')",
                "update kernel set version = 'v6.17.1' where id = 2",
                "delete from kernel where id = 3");
        assertThat(detector.leaks())
                .containsExactly(new Leak(
                        "kernel",
                        1,
                        1,
                        1,
                        List.of(
                                "changed from {\"id\": 2, \"version\": \"v6.17\"} to {\"id\": 2, \"version\": \"v6.17.1\"}",
                                "added {\"id\": 4, \"version\": \"v6.19\"}",
                                "removed {\"id\": 3, \"version\": \"v6.18\"}")));
    }

    @Test
    void shouldCountRowsThatAreAlike() {
        database.run("insert into note values ('same')");
        assertThat(detector.leaks()).containsExactly(new Leak("note", 1, 0, 0, List.of("added {\"line\": \"same\"}")));
    }

    @Test
    void shouldShowFiveRowsOfMany() {
        database.run("insert into kernel select n, 'r' || n from generate_series(10, 109) n");
        assertThat(detector.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.added()).isEqualTo(100);
            assertThat(leak.examples()).hasSize(5);
        });
    }

    @Test
    void shouldNoticeTablesThatCameOrWent() {
        database.run("create table extra (id int)", "drop table note");
        assertThat(detector.leaks())
                .containsExactly(
                        new Leak("extra", 0, 0, 0, List.of("the table is new")),
                        new Leak("note", 0, 2, 0, List.of("the table is gone")));
    }
}
