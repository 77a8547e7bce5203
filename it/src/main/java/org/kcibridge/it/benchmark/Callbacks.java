package org.kcibridge.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.kcibridge.it.benchmark.figures.Aim;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Latency;
import org.kcibridge.it.benchmark.figures.Rounds;

/** Callbacks of builds and tests taken: 204 means committed. Bound: the same INSERT over JDBC, with as many clients. */
final class Callbacks implements Case {

    private static final double LOAD = 0.8;

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        var load = new Load(options.clients(), options.sized(6000, 2000));
        try (Bridge bridge = bed.bridge("callbacks", Map.of())) {
            Database bare = bed.database("callbacks_bound");
            var inbox = new Taking(bridge, bare, CallbackPosts.modelledBy(bridge, bed.tuxSuite()), load);
            WarmUp.of(bridge, options).run(() -> {
                inbox.bound();
                inbox.flatOut(inbox.prepare());
                inbox.putAside();
            });
            List<Double> taken = new ArrayList<>();
            List<Double> bound = new ArrayList<>();
            Meter meter = bridge.meter();
            Histogram flatOut = new Histogram(3);
            for (int round = 0; round < options.rounds(); round++) {
                bound.add(inbox.bound().perSecond());
                List<CallbackPosts.Post> posts = inbox.prepare();
                meter.begin();
                Load.Outcome outcome = inbox.flatOut(posts);
                meter.end();
                taken.add(outcome.perSecond());
                flatOut.add(outcome.nanoseconds());
                inbox.putAside();
            }
            var rate = new Rounds(taken);
            List<Double> p99 = new ArrayList<>();
            Meter steadyMeter = bridge.meter();
            Histogram steady = new Histogram(3);
            for (int round = 0; round < options.rounds(); round++) {
                List<CallbackPosts.Post> posts = inbox.prepare();
                steadyMeter.begin();
                Load.Outcome outcome = inbox.steadily(rate.median() * LOAD, posts);
                steadyMeter.end();
                p99.add(Latency.of(outcome.nanoseconds()).p99());
                steady.add(outcome.nanoseconds());
                inbox.putAside();
            }
            return List.of(
                    Figure.of(name(), "taken", "1/s", rate)
                            .against(new Rounds(bound))
                            .with(Latency.of(flatOut))
                            .with(meter.usage())
                            .with(Aim.atLeast(0.5)),
                    Figure.of(name(), "p99 at 80 % load", "ms", new Rounds(p99))
                            .with(Latency.of(steady))
                            .with(steadyMeter.usage())
                            .with(Aim.atMost(50)));
        } finally {
            bed.drop("callbacks");
            bed.drop("callbacks_bound");
        }
    }
}
