package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.delivery.Audit;
import org.kcibridge.it.delivery.Waiting;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.SlowTest;

/** Two bridges on one database empty a large outbox; they do not know of each other. */
@SlowTest
class DrainIT extends CrashTest {

    private static final int BACKLOG = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static CrashingBridge second;

    private final Waiting waiting = new Waiting(flow.database);

    @BeforeAll
    static void haveASecondBridge() {
        second = new CrashingBridge(Bench.get(), "crash-second", Map.of());
        second.start();
    }

    @AfterAll
    static void closeTheSecondBridge() {
        second.close();
    }

    @AfterEach
    void bothLive() {
        second.start();
    }

    @Test
    void takesFewRequestsForManyReports() throws SQLException {
        waiting.due(BACKLOG);

        awaitEverything(BACKLOG);

        assertThat(flow.kcidb.posts()).isLessThanOrEqualTo(BACKLOG / 50);
        assertThat(flow.kcidb.documents())
                .as("each report went out once")
                .hasSize(flow.database.count("select count(*) from delivery"));
        assertThat(flow.database.count("select count(*) from delivered")).isEqualTo(BACKLOG);
        requireSoundBooks();
    }

    /** The clock of the database runs away from those of both nodes: every lease is over before the work is done. */
    @Test
    void losesNothingWhenLeasesAreShorterThanTheWork() throws SQLException {
        AtomicInteger overtaken = new AtomicInteger();
        flow.kcidb.script().afterStoring(() -> {
            if (overtaken.incrementAndGet() % 2 == 0) {
                flow.database.clock().advance(Duration.ofMinutes(1));
            }
        });
        waiting.due(BACKLOG);

        awaitEverything(BACKLOG);

        assertThat(overtaken.get()).isPositive();
        requireSoundBooks();
    }

    /** One bridge hears too late that its post failed: the other has repeated it, and that went well. */
    @Test
    void goesByTheLastOfTwoPosts() throws SQLException {
        AtomicBoolean first = new AtomicBoolean(true);
        flow.kcidb
                .script()
                .spoilNext(answer -> Answer.reset().after(Duration.ofMillis(1_800)))
                .afterStoring(() -> {
                    if (first.getAndSet(false)) {
                        flow.database.clock().advance(Duration.ofMinutes(1));
                    }
                });
        waiting.due(1);

        await("the first post has failed")
                .atMost(PATIENCE)
                .until(() -> flow.database.count("select count(*) from delivery where state = 'NOT_TAKEN'") == 1);
        awaitEverything(1);

        assertThat(flow.database.value("select attempts from submission")).isEqualTo("0");
        assertThat(flow.kcidb.documents()).hasSize(2);
        requireSoundBooks();
    }

    @Test
    void losesNothingWhenOneOfThemDiesInTheMiddle() throws SQLException {
        AtomicInteger stored = new AtomicInteger();
        flow.kcidb.script().afterStoring(() -> {
            if (stored.incrementAndGet() == 10) {
                second.kill();
            }
        });
        waiting.due(BACKLOG);
        second.awaitEnd();
        flow.database.clock().advance(Duration.ofMinutes(1));

        awaitEverything(BACKLOG);

        requireSoundBooks();
    }

    private void awaitEverything(int submissions) {
        await("everything is confirmed").atMost(PATIENCE).until(() -> waiting.count("CONFIRMED") == submissions);
        await("nothing is followed any more").atMost(PATIENCE).until(() -> {
            flow.database.clock().advance(Duration.ofSeconds(10));
            return flow.database.count("select count(*) from delivery where state = 'SPOOLED'") == 0;
        });
    }

    private void requireSoundBooks() throws SQLException {
        try (Connection connection = flow.database.worker().connect()) {
            assertThat(Audit.books(connection)).isEmpty();
            assertThat(Audit.deliveries(connection, flow.kcidb.documents())).isEmpty();
        }
    }
}
