package org.kcibridge.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;

/**
 * The batch job that makes up a report, with all that is derived of it. Bound: COPY of the same rows into tables with the same
 * indexes.
 */
final class Seeding implements Case {

    @Override
    public String name() {
        return "seeding";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        try (Bridge bridge = bed.bridge("seeding", Map.of())) {
            Database database = bridge.database();
            SeededReport.seed(bridge, Math.max(1, options.tests() / 10));
            List<Double> seeded = new ArrayList<>();
            List<Double> bound = new ArrayList<>();
            Meter meter = bridge.meter();
            RawRows raw = null;
            for (int round = 0; round < options.rounds(); round++) {
                SeededReport.clear(database);
                meter.begin();
                double seconds = SeededReport.seed(bridge, options.tests());
                meter.end();
                long tests = SeededReport.tests(database);
                seeded.add(tests / seconds);
                if (raw == null) {
                    raw = new RawRows(
                            database,
                            bed.database("seeding_bound"),
                            bed.folder().resolve("rows"));
                }
                bound.add(tests / raw.copy());
            }
            return List.of(Figure.of(
                            name(), "%,d tests".formatted(SeededReport.tests(database)), "tests/s", new Rounds(seeded))
                    .against(new Rounds(bound))
                    .with(meter.usage())
                    .with(Aim.atLeast(0.3)));
        } finally {
            bed.drop("seeding");
            bed.drop("seeding_bound");
        }
    }
}
