package org.kcibridge.it.benchmark;

import java.util.List;
import org.kcibridge.it.benchmark.figures.Figure;

final class Draining implements Case {
    @Override
    public String name() {
        return "draining";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        return List.of();
    }
}
