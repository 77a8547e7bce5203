package org.kcibridge.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;

/**
 * Many results that wait, drained to a KCIDB that takes 50 ms to answer a post. Bound: the same documents posted to it one
 * after the other by somebody who does nothing else. A round is a part of the drain.
 */
final class Draining implements Case {

    private static final Duration ANSWER_TIME = Duration.ofMillis(50);
    private static final int POSTS_OF_BOUND = 20;

    /** Seconds. The stand-in remembers what it was told, and the table what was in it. */
    private static final int MOST_TO_WARM_UP = 60;

    /** A test as it is reported, one in each result: nothing is harder on a queue than many that are small. */
    private static final String RESULT =
            """
            {"version": {"major": 5, "minor": 3}, "tests": [{"id": "riscv:benchmark%s_ltp-syscalls_access01",
            "build_id": "maestro:benchmark", "origin": "riscv", "path": "ltp.access01", "status": "PASS",
            "start_time": "2026-01-01T00:00:00+00:00", "duration": 1.5, "environment": {"misc": {"platform": "qemu-riscv64"}},
            "log_url": "https://files.example.org/benchmark/logs.txt", "misc": {"runner": "tuxsuite"}}]}""";

    @Override
    public String name() {
        return "draining";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        int portion = Math.max(2000, options.tests() / 10 / options.rounds());
        try (Bridge bridge = bed.bridge("draining", Map.of())) {
            bed.kcidb().script().on("POST", "/submit").spoilAll(answer -> answer.after(ANSWER_TIME));
            Database database = bridge.database();
            var queue = new Queue(database);
            WarmUp.of(bridge, options).within(MOST_TO_WARM_UP).run(() -> {
                queue.fill(portion);
                queue.drain(portion);
            });
            int postsBefore = bed.kcidb().posts();
            int requestsBefore = bed.kcidb().requests().size();

            Meter meter = bridge.meter();
            List<Double> drained = new ArrayList<>();
            queue.fill(portion * options.rounds());
            meter.begin();
            for (int round = 0; round < options.rounds(); round++) {
                drained.add(queue.drain(portion));
            }
            meter.end();
            double objects = (double) portion * options.rounds();
            int posts = bed.kcidb().posts() - postsBefore;
            Patience.until(
                    "all are confirmed",
                    200,
                    () -> database.number("select count(*) from submission where state <> 'CONFIRMED'") == 0);
            int requests = bed.kcidb().requests().size() - requestsBefore;
            List<Double> bound = bound(bed, database, options.rounds());
            return List.of(
                    Figure.of(name(), "%,d results".formatted((int) objects), "objects/s", new Rounds(drained))
                            .against(new Rounds(bound))
                            .with(meter.usage())
                            .with(Aim.atLeast(0.8)),
                    Figure.of(name(), "objects in a post", "", Rounds.of(objects / posts))
                            .with(Aim.atLeast(400)),
                    Figure.of(name(), "objects for a request of any kind", "", Rounds.of(objects / requests)));
        } finally {
            bed.drop("draining");
        }
    }

    private static List<Double> bound(TestBed bed, Database database, int rounds) throws Exception {
        byte[] document = database.text("select document from delivery_document order by length(document) desc limit 1")
                .getBytes(StandardCharsets.UTF_8);
        long objects = database.number("select max(objects) from delivery");
        List<Double> bound = new ArrayList<>();
        try (Api kcidb = bed.kcidbApi()) {
            for (int round = 0; round < rounds; round++) {
                var watch = new Stopwatch();
                for (int post = 0; post < POSTS_OF_BOUND; post++) {
                    kcidb.post("/submit", document, Map.of()).require(200);
                }
                bound.add(objects * POSTS_OF_BOUND / watch.seconds());
            }
        }
        return bound;
    }

    /** What waits, and how much of it KCIDB has taken. */
    private static final class Queue {

        private final Database database;
        private int filled;
        private long awaited;

        Queue(Database database) {
            this.database = database;
        }

        void fill(int count) throws Exception {
            try (Connection connection = database.connect();
                    PreparedStatement insert = connection.prepareStatement(
                            """
                            insert into submission (id, state, document, objects, bytes, created_at, changed_at, due_at)
                            select cast(lpad(to_hex(number), 32, '0') as uuid), 'WAITING',
                                   cast(replace(?, '%s', cast(number as text)) as jsonb), 1, ?, now(), now(), now()
                            from generate_series(?, ?) number""")) {
                insert.setString(1, RESULT);
                insert.setInt(2, RESULT.getBytes(StandardCharsets.UTF_8).length);
                insert.setInt(3, filled);
                filled += count;
                insert.setInt(4, filled - 1);
                insert.executeUpdate();
            }
        }

        /** Waits until KCIDB has taken so many more. @return how many in a second */
        double drain(int count) throws Exception {
            var watch = new Stopwatch();
            long before = taken();
            awaited += count;
            Patience.until("it is drained", 100, () -> taken() >= awaited);
            return (taken() - before) / watch.seconds();
        }

        /** As the deliveries tell: counting a queue of many again and again would keep the database from its work. */
        private long taken() throws Exception {
            return database.number(
                    "select coalesce(sum(submissions), 0) from delivery where state in ('SPOOLED', 'PROCESSED')");
        }
    }
}
