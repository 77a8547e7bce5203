package org.kcibridge.it.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.Rounds;
import org.kcibridge.it.benchmark.parsing.Parser;
import org.kcibridge.it.benchmark.parsing.ParserTexts;
import org.kcibridge.it.benchmark.parsing.Parsing;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What reads that which comes from outside, without a server around it, and what it allocates meanwhile. Bound: reading the same
 * text and making nothing of it. Both run under JMH, each round of each in a JVM of its own: what a compiler learned of one
 * text must do another no good, and no harm.
 */
final class Parsers implements Case {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** As much as the server has. */
    private static final String HEAP = "-Xmx512m";

    @Override
    public String name() {
        return "parsers";
    }

    @Override
    public List<Figure> measure(TestBed bed, Options options) throws Exception {
        ParserTexts texts = new ParserInputs(bed.folder().resolve("parsers")).write(bed);
        Map<Parser, Measured> measured = new EnumMap<>(Parser.class);
        for (int round = 0; round < options.sized(options.rounds(), 1); round++) {
            for (Parser parser : Parser.values()) {
                Measured all = measured.computeIfAbsent(parser, Measured::new);
                all.bound.add(run(Parsing.BOUND, parser, texts, options));
                all.bridge.add(run(Parsing.BRIDGE, parser, texts, options));
            }
        }
        return measured.values().stream().flatMap(all -> all.figures(name())).toList();
    }

    private static RunResult run(String method, Parser parser, ParserTexts texts, Options options) throws Exception {
        int iterations = options.sized(4, 2);
        TimeValue time = TimeValue.milliseconds(options.sized(1000, 500));
        return new Runner(new OptionsBuilder()
                        .include("^" + Parsing.class.getName() + "\\." + method + "$")
                        .param(Parsing.PARSER, parser.name())
                        .param(Parsing.FOLDER, texts.folder().toString())
                        .forks(1)
                        .jvmArgs(HEAP)
                        .warmupIterations(iterations)
                        .warmupTime(time)
                        .measurementIterations(iterations)
                        .measurementTime(time)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
    }

    /** The rounds of one parser. */
    private static final class Measured {

        private final Parser parser;
        private final List<RunResult> bridge = new ArrayList<>();
        private final List<RunResult> bound = new ArrayList<>();

        private Measured(Parser parser) {
            this.parser = parser;
        }

        private Stream<Figure> figures(String name) {
            return Stream.of(
                    Figure.of(name, parser.label(), parser.item() + "s/s", perSecond(bridge))
                            .against(perSecond(bound)),
                    Figure.of(name, parser.label() + ", allocated", "B/" + parser.item(), bytes(bridge))
                            .against(bytes(bound)));
        }

        private Rounds perSecond(Collection<RunResult> rounds) {
            return new Rounds(rounds.stream()
                    .map(round -> round.getPrimaryResult().getScore() * parser.count())
                    .toList());
        }

        private Rounds bytes(Collection<RunResult> rounds) {
            return new Rounds(rounds.stream()
                    .map(round -> round.getSecondaryResults().get(ALLOCATED).getScore() / parser.count())
                    .toList());
        }
    }
}
