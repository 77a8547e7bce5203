package org.kcibridge.it.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;

/**
 * The batch job that imports submissions from a folder: read, checked by KCIDB's schema, stored, and all that is derived of
 * it. All rounds together import as many tests as there are to be. Bound: COPY of the same rows into tables with the same
 * indexes.
 */
final class Importing implements Case {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        Path imports = bed.folder().resolve("import");
        Files.createDirectories(imports);
        int files = Math.max(5, options.tests() / options.rounds() / Submissions.TESTS);
        int tests = files * Submissions.TESTS;
        try (Bridge bridge = bed.bridge("import", Map.of("BRIDGE_IMPORT_FOLDER", imports.toString()))) {
            Database database = bridge.database();
            take(bridge, imports, "warm-up" + System.nanoTime(), Math.max(5, files / 5));
            List<Double> taken = new ArrayList<>();
            List<Double> bound = new ArrayList<>();
            Meter meter = bridge.meter();
            RawRows raw = null;
            for (int round = 0; round < options.rounds(); round++) {
                SeededReport.clear(database);
                String folder = "round" + round + "-" + System.nanoTime();
                Submissions.write(imports.resolve(folder), files);
                meter.begin();
                var watch = new Stopwatch();
                bridge.run("import-kcidb", "{\"folder\":\"%s\"}".formatted(folder));
                double seconds = watch.seconds();
                meter.end();
                if (SeededReport.tests(database) != tests) {
                    throw new IllegalStateException("not all tests were imported");
                }
                taken.add(tests / seconds);
                if (raw == null) {
                    raw = new RawRows(
                            database, bed.database("import_bound"), bed.folder().resolve("rows"));
                }
                bound.add(tests / raw.copy());
            }
            return List.of(Figure.of(name(), "%,d tests".formatted(tests), "tests/s", new Rounds(taken))
                    .against(new Rounds(bound))
                    .with(meter.usage())
                    .with(Aim.atLeast(0.3)));
        } finally {
            bed.drop("import");
            bed.drop("import_bound");
        }
    }

    private static void take(Bridge bridge, Path imports, String folder, int files) throws Exception {
        Submissions.write(imports.resolve(folder), files);
        bridge.run("import-kcidb", "{\"folder\":\"%s\"}".formatted(folder));
    }
}
