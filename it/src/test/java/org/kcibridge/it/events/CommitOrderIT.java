package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** What is committed is told, what is not is not, and whoever has been told something has missed nothing before it. */
@IntegrationTest
class CommitOrderIT extends BridgeTest {

    private static final int WRITERS = 4;
    private static final int TRANSACTIONS = 60;

    private Watcher watcher;
    private long start;

    @BeforeEach
    void watch() {
        watcher = Watcher.open(api);
        start = watcher.subscribe("jobs");
    }

    @AfterEach
    void leave() {
        watcher.close();
    }

    @Test
    void tellsNothingThatWasRolledBack() throws SQLException {
        try (Connection connection = begin()) {
            Told.of(connection, "jobs", "undone");
            connection.rollback();
        }

        assertTold("done");
    }

    @Test
    void tellsNothingOfASavepointThatWasRolledBack() throws SQLException {
        try (Connection connection = begin()) {
            Told.of(connection, "jobs", "before");
            var savepoint = connection.setSavepoint();
            Told.of(connection, "jobs", "undone");
            connection.rollback(savepoint);
            connection.commit();
        }

        assertThat(watcher.hearUpTo("jobs before X")).containsExactly("jobs before X");
        assertTold("done");
    }

    /** The one that wrote first commits last: its event must not fall below what has been told. */
    @Test
    void missesNoneThatIsCommittedLate() throws SQLException {
        long told;
        try (Connection late = begin()) {
            Told.of(late, "jobs", "late");
            assertTold("early");
            told = Long.parseLong(database.value("select max(id) from event.numbered"));
            late.commit();
        }

        assertThat(watcher.hearUpTo("jobs late X")).containsExactly("jobs late X");
        try (Watcher back = Watcher.open(api)) {
            back.subscribe("jobs", told);
            assertThat(back.hearUpTo("jobs late X")).containsExactly("jobs late X");
            back.subscribe("jobs", start);
            assertThat(back.hearUpTo("jobs late X")).containsExactly("jobs early X", "jobs late X");
        }
    }

    /** Nobody is kept waiting by a transaction that takes its time, be it one that tells or another. */
    @Test
    void waitsForNobody() throws SQLException {
        try (Connection slow = begin();
                var statement = slow.createStatement()) {
            statement.execute("create table event_of_slowness (id int)");
            Told.of(slow, "jobs", "slow");

            assertTold("quick");
            assertTold("quicker");
            slow.rollback();
        }
    }

    /** Clients come, stay for a few events and go, while transactions of all kinds come to their ends in any order. */
    @Test
    void tellsEachOnceInOneOrderToThoseWhoComeAndGo() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<String>>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(writers.submit(writer(writer)));
            }
            List<String> committed = new ArrayList<>();
            List<Long> told = new ArrayList<>(List.of(start));
            List<String> objects = new ArrayList<>();
            int stay = 1;
            while (objects.isEmpty() || !isComplete(writing, committed, objects)) {
                try (Watcher back = Watcher.open(api)) {
                    back.subscribe("jobs", last(told));
                    for (int i = 0; i < stay && !isComplete(writing, committed, objects); i++) {
                        var event = back.hear();
                        told.add(event.getJsonNumber("id").longValueExact());
                        objects.add(event.getString("object"));
                    }
                }
                stay = stay % 17 + 3;
            }

            assertThat(objects).containsExactlyInAnyOrderElementsOf(committed);
            assertThat(told).isSorted().doesNotHaveDuplicates();
            for (int writer = 0; writer < WRITERS; writer++) {
                String own = writer + "-";
                assertThat(objects.stream().filter(object -> object.startsWith(own)))
                        .as("the order in which one writer committed")
                        .containsExactlyElementsOf(writing.get(writer).get());
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private Callable<List<String>> writer(int number) {
        return () -> {
            Random random = new Random(number);
            List<String> committed = new ArrayList<>();
            try (Connection connection = begin()) {
                for (int i = 0; i < TRANSACTIONS; i++) {
                    List<String> objects = new ArrayList<>();
                    for (int j = 0; j <= random.nextInt(3); j++) {
                        objects.add(number + "-" + i + "-" + j);
                        Told.of(connection, "jobs", objects.get(j));
                    }
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        committed.addAll(objects);
                    }
                }
            }
            return committed;
        };
    }

    private static boolean isComplete(List<Future<List<String>>> writing, List<String> committed, List<String> objects)
            throws Exception {
        if (!writing.stream().allMatch(Future::isDone)) {
            return false;
        }
        if (committed.isEmpty()) {
            for (Future<List<String>> writer : writing) {
                committed.addAll(writer.get());
            }
        }
        return objects.size() >= committed.size();
    }

    private static long last(List<Long> ids) {
        return Collections.max(ids);
    }

    private void assertTold(String object) throws SQLException {
        try (Connection connection = begin()) {
            Told.of(connection, "jobs", object);
            connection.commit();
        }
        assertThat(watcher.hearUpTo("jobs " + object + " X")).containsExactly("jobs " + object + " X");
    }

    private Connection begin() throws SQLException {
        Connection connection = database.worker().connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
