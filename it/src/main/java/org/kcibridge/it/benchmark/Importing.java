package org.kcibridge.it.benchmark;

import java.util.List;
import org.kcibridge.it.benchmark.figures.Figure;

final class Importing implements Case {
    @Override
    public String name() {
        return "importing";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        return List.of();
    }
}
