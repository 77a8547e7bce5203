package org.kcibridge.it.benchmark;

import java.util.List;
import org.kcibridge.it.benchmark.figures.Figure;

final class Scheduling implements Case {
    @Override
    public String name() {
        return "scheduling";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        return List.of();
    }
}
