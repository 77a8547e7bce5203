package org.kcibridge.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;
import org.kcibridge.it.database.Pause;

/**
 * From the start of the process until the readiness check says yes, and the memory that the server takes then and under load.
 * Bound: the same server, configured the same, with an application that does nothing.
 */
final class StartUp implements Case {

    private static final int REST_MILLISECONDS = 5000;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        Database database = bed.database("startup");
        List<Double> started = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        List<Double> loaded = new ArrayList<>();
        try {
            for (int round = 0; round < options.rounds(); round++) {
                bare.add(bed.bareStartSeconds());
                try (Bridge bridge = bed.start(database, Map.of())) {
                    started.add(bridge.startSeconds());
                    Meter meter = bridge.meter();
                    Pause.milliseconds(REST_MILLISECONDS);
                    idle.add(meter.megabytes());
                    new Load(options.clients(), options.sized(4000, 1000))
                            .flatOut(() ->
                                    number -> bridge.api().get("/api/v1/jobs").require(200));
                    loaded.add(meter.megabytes());
                }
            }
        } finally {
            bed.drop("startup");
        }
        return List.of(
                Figure.of(name(), "first start, makes the tables", "s", Rounds.of(bed.firstStartSeconds())),
                Figure.of(name(), "start", "s", new Rounds(started)).against(new Rounds(bare)),
                Figure.of(name(), "resident, idle", "MB", new Rounds(idle)),
                Figure.of(name(), "resident, under load", "MB", new Rounds(loaded)));
    }
}
