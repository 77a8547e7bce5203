package org.kcibridge.it.benchmark.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures as text: a line each, in columns. */
public final class Table {

    private static final List<String> HEAD = List.of(
            "case",
            "what",
            "unit",
            "median",
            "min",
            "max",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "CPU",
            "compile",
            "db",
            "client",
            "others",
            "MB",
            "commits/s",
            "bound",
            "ratio",
            "aim",
            "met");

    /** From here on there are numbers, which are read from the right. */
    private static final int FIRST_NUMBER = 3;

    private final List<Figure> figures;

    public Table(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    public String text() {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        figures.forEach(figure -> lines.add(cells(figure)));
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        lines.add(1, widths.stream().map("-"::repeat).toList());
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths.get(column), column < FIRST_NUMBER))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        String blanks = " ".repeat(width - cell.length());
        return left ? cell + blanks : blanks + cell;
    }

    private static List<String> cells(Figure figure) {
        List<String> cells = new ArrayList<>(List.of(figure.of(), figure.name(), figure.unit()));
        Rounds measured = figure.measured();
        List.of(measured.median(), measured.min(), measured.max()).forEach(value -> cells.add(Numbers.brief(value)));
        add(cells, figure.latency(), List.of(Latency::p50, Latency::p95, Latency::p99));
        add(
                cells,
                figure.usage(),
                List.of(
                        Usage::bridge,
                        Usage::compilers,
                        Usage::database,
                        Usage::client,
                        Usage::others,
                        Usage::megabytes,
                        Usage::commits));
        add(cells, figure.bound(), List.of(Rounds::median));
        add(cells, figure.ratio(), List.of(Rounds::median));
        cells.add(figure.aim().map(Aim::toString).orElse(""));
        cells.add(figure.isMet().map(met -> met ? "yes" : "NO").orElse(""));
        return cells;
    }

    private static <T> void add(List<String> cells, Optional<T> some, List<Function<T, Double>> columns) {
        some.ifPresentOrElse(
                known -> columns.forEach(column -> cells.add(Numbers.brief(column.apply(known)))),
                () -> cells.addAll(Collections.nCopies(columns.size(), "")));
    }
}
