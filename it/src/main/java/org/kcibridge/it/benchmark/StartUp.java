package org.kcibridge.it.benchmark;

import java.util.List;
import org.kcibridge.it.benchmark.figures.Figure;

final class StartUp implements Case {
    @Override
    public String name() {
        return "startup";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        return List.of();
    }
}
