package org.kcibridge.it.benchmark;

import java.util.List;
import org.kcibridge.it.benchmark.figures.Figure;

/** One thing that a bridge does, measured against what bounds it. */
interface Case {

    /** What the option {@code benchmark.cases} calls it. */
    String name();

    List<Figure> measure(TestBed bed, Options options) throws Exception;
}
