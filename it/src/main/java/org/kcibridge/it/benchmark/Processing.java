package org.kcibridge.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.it.standin.TuxSuiteScript;
import org.kcibridge.it.standin.tuxrun.TestCase;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/**
 * Callbacks of tests from their post until the report is stored and waits in the outbox. Bound: parsing the same
 * results.json and a COPY of the same rows into a table with the same indexes, one result after the other.
 */
final class Processing implements Case {

    private static final String SUITE = "ltp-syscalls";

    @Override
    public String name() {
        return "processing";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        // What waits in the outbox stays there, so that sending it does not count.
        try (Bridge bridge = bed.bridge("processing", Map.of("KCIDB_DRY_RUN", "true"))) {
            Database bare = bed.database("processing_bound");
            CopyOfRows.makeBare(bare, "bare_tests", "tests");
            var figures = new ArrayList<Figure>();
            for (Size size : List.of(new Size(100, options.sized(100, 20)), new Size(5000, options.sized(4, 1)))) {
                figures.add(measure(bed, bridge, bare, size, options));
            }
            return figures;
        } finally {
            bed.drop("processing");
            bed.drop("processing_bound");
        }
    }

    /** So many results at once, of so many cases each. */
    private record Size(int cases, int results) {

        int items() {
            return cases * results;
        }
    }

    private Figure measure(TestBed bed, Bridge bridge, Database bare, Size size, Options options) throws Exception {
        List<Double> processed = new ArrayList<>();
        List<Double> bound = new ArrayList<>();
        Meter meter = bridge.meter();
        Sample sample = sample(bed, bridge, size.cases());
        var next = new AtomicInteger();
        WarmUp.of(bridge, options).run(() -> {
            bound(bare, sample, size, next.getAndAdd(size.results()));
            process(bed, bridge, order(bed, bridge, size));
        });
        for (int round = 0; round < options.rounds(); round++) {
            bound.add(size.items() / bound(bare, sample, size, next.getAndAdd(size.results())));
            List<String> uids = order(bed, bridge, size);
            meter.begin();
            double seconds = process(bed, bridge, uids);
            meter.end();
            processed.add(size.items() / seconds);
        }
        bed.tuxSuite().script().reset();
        bare.execute("truncate bare_tests");
        return Figure.of(name(), "results of %,d cases".formatted(size.cases()), "cases/s", new Rounds(processed))
                .against(new Rounds(bound))
                .with(meter.usage())
                .with(Aim.atLeast(0.3));
    }

    /**
     * One result.
     *
     * @param results as TuxSuite has them
     * @param rows as they lie in the table of tests
     */
    private record Sample(String uid, String results, String rows) {

        String rows(int number) {
            return rows.replace(uid, JobCopies.uid(number));
        }
    }

    /**
     * Lets one result be processed, and has the stand-in give its files for all others: real ones lie on a disk, and are not
     * made when somebody asks for them.
     */
    private static Sample sample(TestBed bed, Bridge bridge, int cases) throws Exception {
        TuxSuiteScript script = bed.tuxSuite().script();
        script.silent(true);
        script.nextRuns(TuxRun.of(SUITE).cases(cases, i -> TestCase.passed("syscall" + i)));
        UUID job = Orders.place(bridge, Orders.TESTS, Orders.tests(-cases, SUITE));
        String uid = Orders.uid(bridge.database(), job);
        awaitEnd(bed, uid);
        process(bed, bridge, List.of(uid));
        try (Api storage = new Api(bed.tuxSuite().url(), Map.of())) {
            String folder = bed.tuxSuite().payload(uid).getJsonObject("status").getString("download_url");
            String results = storage.get(URI.create(folder + "results.json").getPath())
                    .require(200)
                    .body();
            String logs = storage.get(URI.create(folder + "logs.txt").getPath())
                    .require(200)
                    .body();
            script.onDownload("results.json").answerAll(Answer.text(200, results));
            script.onDownload("logs.txt").answerAll(Answer.text(200, logs));
            String rows = CopyOfRows.out(bridge.database(), "select * from tests where id like '%" + uid + "%'");
            return new Sample(uid, results, rows);
        }
    }

    /** Asks for tests; their runner has them finished, and says nothing yet. */
    private static List<String> order(TestBed bed, Bridge bridge, Size size) throws Exception {
        List<String> uids = new ArrayList<>();
        int first = (int) bridge.database().number("select count(*) from job");
        for (int i = 0; i < size.results(); i++) {
            UUID job = Orders.place(bridge, Orders.TESTS, Orders.tests(first + i, SUITE));
            uids.add(Orders.uid(bridge.database(), job));
        }
        for (String uid : uids) {
            awaitEnd(bed, uid);
        }
        return uids;
    }

    private static void awaitEnd(TestBed bed, String uid) throws Exception {
        Patience.until("the test is finished", 5, () -> bed.tuxSuite()
                .payload(uid)
                .getJsonObject("status")
                .getString("state")
                .equals("finished"));
    }

    /** @return how many seconds it took */
    private static double process(TestBed bed, Bridge bridge, List<String> uids) throws Exception {
        String waiting = "select count(*) from submission";
        long all = bridge.database().number(waiting) + uids.size();
        try (Connection connection = bridge.database().connect();
                var query = connection.prepareStatement(waiting)) {
            var watch = new Stopwatch();
            for (String uid : uids) {
                if (bed.tuxSuite().sendCallback(uid) != 204) {
                    throw new IllegalStateException("a callback was not taken");
                }
            }
            Patience.until("all reports wait in the outbox", 10, () -> {
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getLong(1) == all;
                }
            });
            return watch.seconds();
        }
    }

    /** @return how many seconds it took */
    private static double bound(Database bare, Sample sample, Size size, int first) throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < size.results(); i++) {
            rows.add(sample.rows(first + i));
        }
        try (Connection connection = bare.connect()) {
            var watch = new Stopwatch();
            for (String result : rows) {
                try (JsonReader reader = Json.createReader(new StringReader(sample.results()))) {
                    if (reader.readObject().isEmpty()) {
                        throw new IllegalStateException("there are no results");
                    }
                }
                CopyOfRows.in(connection, "bare_tests", result);
            }
            return watch.seconds();
        }
    }
}
