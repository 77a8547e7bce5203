package org.kcibridge.it.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Latency;
import org.kcibridge.it.benchmark.figures.Rounds;

/** What people and programs read most. Bound: the same statements over JDBC, on one connection; both with one client. */
final class Reads implements Case {

    private static final int LEAST = 20;
    private static final int MOST = 300;

    /** About as long is one round of one read. */
    private static final double SECONDS = 1;

    /** Longer is no warm-up of a read that takes long by itself. */
    private static final double MOST_TO_WARM_UP = 15;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        try (Bridge bridge = bed.bridge("reads", Map.of())) {
            SeededReport.seed(bridge, options.tests());
            Database database = bridge.database();
            // As it is some time after many rows came; or PostgreSQL would get round to it at a time of its own choice.
            database.execute("vacuum analyze");
            Map<String, List<LoggedTransaction>> statements = new LinkedHashMap<>();
            Map<String, String> paths = paths(database);
            try (StatementLog log = bed.statementLog(database)) {
                for (Map.Entry<String, String> read : paths.entrySet()) {
                    statements.put(
                            read.getKey(),
                            log.of(() -> bridge.api().get(read.getValue()).require(200)));
                }
            }
            List<Figure> figures = new ArrayList<>();
            for (Map.Entry<String, String> read : paths.entrySet()) {
                figures.add(measure(bridge, read.getKey(), read.getValue(), statements.get(read.getKey()), options));
            }
            return figures;
        } finally {
            bed.drop("reads");
        }
    }

    private static Map<String, String> paths(Database database) throws Exception {
        // Of all the one in the middle, so that nothing depends on its being new.
        String test = database.text(
                "select id from tests order by start_time offset (select count(*) / 2 from tests) limit 1");
        String build = database.text("select build_id from tests where id = '%s'".formatted(test));
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("newest tests", "/api/v1/tests");
        paths.put("failed tests", "/api/v1/tests?status=FAIL");
        paths.put("failed LTP of a week", "/api/v1/tests?path=ltp.*&status=FAIL&start_time_from=P7D");
        paths.put("one test", "/api/v1/tests/" + encoded(test));
        paths.put("tests of a build", "/api/v1/tests?build_id=" + encoded(build));
        paths.put("history of a test", "/api/v1/tests/history?test_id=" + encoded(test));
        paths.put("counts of tests", "/api/v1/tests/counts");
        paths.put("newest builds", "/api/v1/builds");
        paths.put("newest checkouts", "/api/v1/checkouts");
        paths.put("trees", "/api/v1/trees");
        return paths;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Figure measure(Bridge bridge, String what, String path, List<LoggedTransaction> statements, Options options)
            throws Exception {
        Load.Client reader = number -> bridge.api().get(path).require(200);
        int requests = (int) Math.min(MOST, Math.max(LEAST, rate(reader, options) * SECONDS));
        var load = new Load(1, requests);
        List<Double> measured = new ArrayList<>();
        List<Double> bound = new ArrayList<>();
        Histogram all = new Histogram(3);
        Meter meter = bridge.meter();
        for (int round = -1; round < options.rounds(); round++) {
            double limit = p95(load.flatOut(() -> new Replay(bridge.database(), statements, (value, number) -> value)));
            meter.begin();
            Load.Outcome outcome = load.flatOut(() -> reader);
            if (round >= 0) {
                meter.end();
                bound.add(limit);
                measured.add(p95(outcome));
                all.add(outcome.nanoseconds());
            }
        }
        return Figure.of(name(), what, "ms at p95", new Rounds(measured))
                .against(new Rounds(bound))
                .with(Latency.of(all))
                .with(meter.usage())
                .with(Aim.atMost(2));
    }

    /** Warms up. @return requests in a second */
    private static double rate(Load.Client reader, Options options) throws Exception {
        int most = options.sized(2000, 200);
        int asked = 0;
        var watch = new Stopwatch();
        while (asked < most && watch.seconds() < MOST_TO_WARM_UP) {
            reader.ask(asked++);
        }
        return asked / watch.seconds();
    }

    private static double p95(Load.Outcome outcome) {
        return Latency.of(outcome.nanoseconds()).p95();
    }
}
