package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.it.benchmark.figures.Figure;
import org.kcibridge.it.benchmark.figures.FiguresJson;
import org.kcibridge.it.benchmark.figures.Picture;
import org.kcibridge.it.benchmark.figures.Table;
import org.kcibridge.it.benchmark.figures.Usage;

/**
 * The benchmark: runs the cases one after the other and leaves a table, the figures as JSON and a picture. Aims that are
 * missed are shown and fail nothing, as the machine may be a slow or a busy one; what cannot be measured does.
 */
public final class Benchmark {

    private static final List<Case> CASES = List.of(
            new Callbacks(),
            new Scheduling(),
            new Processing(),
            new Draining(),
            new Seeding(),
            new Importing(),
            new Reads(),
            new Parsers(),
            new StartUp(),
            new Growth());

    /** Processors that others may keep busy before figures suffer; a machine that rests needs next to nothing. */
    private static final double DISTURBED = 0.2;

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();

    private Benchmark(Options options) {
        this.options = options;
    }

    /** Takes its options from system properties. */
    public static void main(String[] arguments) throws Exception {
        new Benchmark(Options.from(System.getProperties())).run();
    }

    private void run() throws Exception {
        requireKnown();
        Files.createDirectories(options.output());
        var watch = new Stopwatch();
        try (TestBed bed = new TestBed(options.output().resolve("work"), recordings())) {
            Runtime.getRuntime().addShutdownHook(new Thread(bed::close, "stop"));
            for (Case one : CASES) {
                if (options.wants(one.name())) {
                    say("%s, after %.0f s".formatted(one.name(), watch.seconds()));
                    List<Figure> measured = one.measure(bed, options);
                    System.out.println(new Table(measured).text());
                    figures.addAll(measured);
                    // What was measured is not lost when a later case fails.
                    write(watch);
                }
            }
        }
        say("all cases, after %.0f s: see %s".formatted(watch.seconds(), options.output()));
        System.out.println(new Table(figures).text());
        warn();
    }

    private Optional<Path> recordings() {
        return options.profile() ? Optional.of(options.output()) : Optional.empty();
    }

    /** Nobody shall take figures for true that came of half a machine. */
    private void warn() {
        double others = figures.stream()
                .flatMap(figure -> figure.usage().stream())
                .mapToDouble(Usage::others)
                .max()
                .orElse(0);
        if (others > DISTURBED) {
            say("Something else kept up to %.1f processors busy meanwhile: these figures are worth little."
                    .formatted(others));
        }
    }

    private void requireKnown() {
        List<String> names = CASES.stream().map(Case::name).toList();
        for (String wanted : options.cases()) {
            if (!wanted.equals(Options.ALL) && !names.contains(wanted)) {
                throw new IllegalArgumentException("benchmark.cases: there is no " + wanted + " among " + names);
            }
        }
    }

    private void write(Stopwatch watch) throws IOException {
        Path output = options.output();
        Files.writeString(output.resolve("benchmark.txt"), new Table(figures).text());
        Files.writeString(output.resolve("benchmark.json"), FiguresJson.text(circumstances(watch), figures));
        new Picture(figures).write(output.resolve("benchmark.png"));
    }

    private Map<String, String> circumstances(Stopwatch watch) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        all.put("java", Runtime.version().toString());
        all.put("rounds", Integer.toString(options.rounds()));
        all.put("clients", Integer.toString(options.clients()));
        all.put("tests", Integer.toString(options.tests()));
        all.put("quick", Boolean.toString(options.quick()));
        all.put("seconds", "%.0f".formatted(watch.seconds()));
        return all;
    }

    private static void say(String text) {
        System.out.println("=== " + text);
    }
}
