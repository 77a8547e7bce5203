package org.kcibridge.it.benchmark;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;

/**
 * What single things cost when there are ten thousand jobs, callbacks, submissions and tests, and when there are ten and a
 * hundred times as many. Bound: what they cost with the fewest.
 */
final class Growth implements Case {

    private static final double MICROSECONDS = 1e6;
    private static final int WARM_UPS = 2;

    /** No numbers that callbacks use. */
    private static final int PAST = 500_000_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        Map<Integer, Map<String, Rounds>> costs = new LinkedHashMap<>();
        try (Bridge bridge = bed.bridge("growth", Map.of())) {
            Database bare = bed.database("growth_bound");
            var taking = new Taking(
                    bridge,
                    bare,
                    CallbackPosts.modelledBy(bridge, bed.tuxSuite()),
                    new Load(options.clients(), options.sized(4000, 1000)));
            bed.tuxSuite().script().buildTime(Duration.ofDays(1)).testTime(Duration.ofDays(1));
            var next = new AtomicInteger(1);
            int before = 0;
            // Otherwise the first size would be the dearest: the JVM is still at it while it is measured.
            costs(bed, bridge, taking, next, options);
            for (int size : List.of(options.tests() / 100, options.tests() / 10, options.tests())) {
                fill(bridge.database(), before, size);
                before = size;
                costs.put(size, costs(bed, bridge, taking, next, options));
            }
        } finally {
            bed.drop("growth");
            bed.drop("growth_bound");
        }
        List<Figure> figures = new ArrayList<>();
        Map<String, Rounds> fewest = costs.values().iterator().next();
        fewest.forEach((what, least) -> costs.forEach((size, some) -> {
            Figure figure = Figure.of(name(), "%s, with %,d rows".formatted(what, size), "us", some.get(what));
            figures.add(some == fewest ? figure : figure.against(least).with(Aim.atMost(1.2)));
        }));
        return figures;
    }

    private static Map<String, Rounds> costs(
            TestBed bed, Bridge bridge, Taking taking, AtomicInteger next, Options options) throws Exception {
        var some = new Load(options.clients(), options.sized(1500, 300));
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        for (int round = -WARM_UPS; round < options.rounds(); round++) {
            Map<String, Double> rates = new LinkedHashMap<>();
            rates.put("callback taken", taking.flatOut(taking.prepare()).perSecond());
            taking.putAside();
            int first = next.getAndAdd(some.requests());
            rates.put(
                    "tests scheduled",
                    some.flatOut(() -> number -> bridge.api()
                                    .post(Orders.TESTS, Orders.tests(first + number))
                                    .require(204))
                            .perSecond());
            bed.tuxSuite().clear();
            rates.put("page of tests", pages(bridge, some, "/api/v1/tests"));
            rates.put("page of submissions", pages(bridge, some, "/api/v1/submissions"));
            if (round >= 0) {
                rates.forEach((what, rate) ->
                        costs.computeIfAbsent(what, name -> new ArrayList<>()).add(MICROSECONDS / rate));
            }
        }
        Map<String, Rounds> rounds = new LinkedHashMap<>();
        costs.forEach((what, values) -> rounds.put(what, new Rounds(values)));
        return rounds;
    }

    private static double pages(Bridge bridge, Load load, String path) throws Exception {
        return load.flatOut(() -> number -> bridge.api().get(path).require(200)).perSecond();
    }

    /** Makes what has been done in the past, without telling anybody. */
    private static void fill(Database database, int from, int to) throws Exception {
        String numbers = " from generate_series(%d, %d) number".formatted(PAST + from, PAST + to - 1);
        String id = "cast(lpad(to_hex(number), 32, '0') as uuid)";
        String ago = "now() - interval '1 day' - (%d - number) * interval '1 second'".formatted(PAST + to);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // Leaves triggers out, but for those that count.
            statement.execute("set session_replication_role = replica");
            for (String sql : List.of(
                    """
                    insert into job (id, kind, state, runner, runner_uid, origin, request, callback_secret, build_id,
                                     created_at, changed_at)
                    select %1$s, 'BUILD', 'FINISHED', 'tuxsuite', '3past' || number, 'riscv', '{}', 'past', 'riscv:' || number,
                           %2$s, %2$s""",
                    """
                    insert into callback (runner, door, job_id, proof, body, body_sha256, state, received_at, due_at, closed_at)
                    select 'tuxsuite', 'build', %1$s, 'SIGNATURE', '{}', 'past' || number, 'APPLIED', %2$s, null, %2$s""",
                    """
                    insert into submission (id, job_id, state, document, objects, bytes, kcidb_id, created_at, changed_at, sent_at)
                    select %1$s, %1$s, 'CONFIRMED', '{"tests": [{"origin": "riscv"}]}', 1, 100, 'past' || number, %2$s, %2$s, %2$s""",
                    """
                    insert into tests (id, build_id, origin, path, status, start_time, duration, environment)
                    select 'riscv:past' || number, 'riscv:' || number / 100, 'riscv', 'ltp.case' || number %% 1000, 'PASS',
                           %2$s, 1, '{"misc": {"platform": "qemu-riscv64"}}'""")) {
                statement.execute(sql.formatted(id, ago) + numbers);
            }
        }
        database.execute("vacuum analyze");
    }
}
