package org.kcibridge.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Latency;
import org.kcibridge.it.benchmark.figures.Rounds;

/**
 * Requests for builds, and for ten tests each, with a runner that answers at once. Bound: the same statements over JDBC, in
 * the same transactions, with as many clients and no runner at all.
 */
final class Scheduling implements Case {

    /** What is scheduled is still under way when all is measured. */
    private static final Duration FOREVER = Duration.ofDays(1);

    @Override
    public String name() {
        return "scheduling";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        var load = new Load(options.clients(), options.sized(2000, 500));
        try (Bridge bridge = bed.bridge("scheduling", Map.of())) {
            bed.tuxSuite().script().buildTime(FOREVER).testTime(FOREVER);
            return List.of(
                    measure(bed, bridge, new Kind("builds", Orders.BUILDS, Orders::build), load, options),
                    measure(bed, bridge, new Kind("tests, ten each", Orders.TESTS, Orders::tests), load, options));
        } finally {
            bed.drop("scheduling");
            bed.drop("scheduling_bound");
        }
    }

    /** One kind of requests. @param order the body of each number */
    private record Kind(String name, String path, IntFunction<String> order) {}

    private Figure measure(TestBed bed, Bridge bridge, Kind kind, Load load, Options options) throws Exception {
        Database bare = bed.database("scheduling_bound");
        var next = new AtomicInteger();
        Script script = script(bed, bridge, kind, next);
        List<Double> taken = new ArrayList<>();
        List<Double> bound = new ArrayList<>();
        Histogram latency = new Histogram(3);
        Meter meter = bridge.meter();
        WarmUp.of(bridge, options).run(() -> {
            int first = next.getAndAdd(load.requests());
            replay(bare, script, load, first);
            ask(bed, bridge, kind, load, first);
        });
        for (int round = 0; round < options.rounds(); round++) {
            int first = next.getAndAdd(load.requests());
            bound.add(replay(bare, script, load, first).perSecond());
            meter.begin();
            Load.Outcome outcome = ask(bed, bridge, kind, load, first);
            meter.end();
            taken.add(outcome.perSecond());
            latency.add(outcome.nanoseconds());
        }
        return Figure.of(name(), kind.name(), "1/s", new Rounds(taken))
                .against(new Rounds(bound))
                .with(Latency.of(latency))
                .with(meter.usage())
                .with(Aim.atLeast(0.4));
    }

    private static Load.Outcome ask(TestBed bed, Bridge bridge, Kind kind, Load load, int first) throws Exception {
        Load.Outcome outcome = load.flatOut(() -> number -> bridge.api()
                .post(kind.path(), kind.order().apply(first + number))
                .require(204));
        bed.tuxSuite().clear();
        return outcome;
    }

    private static Load.Outcome replay(Database bare, Script script, Load load, int first) throws Exception {
        return load.flatOut(
                () -> new Replay(bare, script.transactions(), (value, number) -> script.value(value, first + number)));
    }

    /** Asks once more, and has it written down what that comes to. */
    private static Script script(TestBed bed, Bridge bridge, Kind kind, AtomicInteger next) throws Exception {
        try (StatementLog log = bed.statementLog(bridge.database())) {
            var job = new UUID[1];
            List<LoggedTransaction> transactions = log.of(() -> job[0] =
                    Orders.placed(bridge.api().post(kind.path(), kind.order().apply(next.getAndIncrement()))));
            String uid = Orders.uid(bridge.database(), job[0]);
            return new Script(transactions, job[0].toString(), uid, "benchmark%d".formatted(next.get() - 1));
        }
    }

    /**
     * What a request comes to, as statements.
     *
     * @param job as the bridge called it
     * @param uid as the runner called it
     * @param build as we called what was to be tested
     */
    private record Script(List<LoggedTransaction> transactions, String job, String uid, String build) {

        private static final String HASH = "build:[0-9a-f]{64}";

        /** Another job, that the runner calls otherwise, for other work. */
        String value(String logged, int number) {
            String other = logged.replace(job, JobCopies.id(number).toString())
                    .replace(uid, JobCopies.uid(number))
                    .replace(build, "replayed" + number);
            return other.contains("build:")
                    ? other.replaceAll(HASH, "build:" + Sha256.hex("replayed" + number))
                    : other;
        }
    }
}
