package org.kcibridge.it.benchmark.parsing;

import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One parser at work, or its bound: how often it reads its text in a second. */
@State(Scope.Benchmark)
public class Parsing {

    public static final String BRIDGE = "bridge";
    public static final String BOUND = "bound";
    public static final String PARSER = "parser";
    public static final String FOLDER = "folder";

    @Param
    public Parser parser;

    /** Where the texts are. */
    @Param("")
    public String folder;

    private Reading reading;

    @Setup
    public void open() {
        reading = parser.reading(new ParserTexts(Path.of(folder)));
    }

    @Benchmark
    public Object bridge() throws Exception {
        return reading.bridge().read();
    }

    @Benchmark
    public Object bound() throws Exception {
        return reading.bound().read();
    }
}
