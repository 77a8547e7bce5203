package org.kcibridge.cases;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many of its cases a parametrised test takes: a few as a rule, all with {@code -DrunAll=true}. It is for tests whose
 * cases are many, generated and dear, as requests to every endpoint are. A method that provides cases asks for it:
 *
 * <pre>{@code
 * static Stream<BadRequest> badRequests() {
 *     return Breadth.ofRun().of(BadRequest.all());
 * }
 * }</pre>
 *
 * @param all whether to take all
 */
public record Breadth(boolean all) {

    private static final String RUN_ALL = "runAll";

    /** What is left of many; a list that is no longer than this stays whole. */
    public static final int FEW = 10;

    /** By the system property: tests in the container cannot be given it, as Arquillian fails on the parameter. */
    public static Breadth ofRun() {
        return parse(System.getProperty(RUN_ALL, "false"));
    }

    /** Whoever wants all and mistypes it must not be content with a few. */
    private static Breadth parse(String text) {
        return switch (text.strip()) {
            case "true" -> new Breadth(true);
            case "false" -> new Breadth(false);
            default -> throw new IllegalArgumentException(RUN_ALL + " must be true or false, but is " + text);
        };
    }

    /**
     * Each of both lists at least once, the two combined; all pairs when all are wanted.
     *
     * @param pair makes a case of one of the first list and one of the second
     */
    public <A, B, T> Stream<T> pairs(List<A> first, List<B> second, BiFunction<A, B, T> pair) {
        if (all) {
            return first.stream().flatMap(a -> second.stream().map(b -> pair.apply(a, b)));
        }
        int longer = first.isEmpty() || second.isEmpty() ? 0 : Math.max(first.size(), second.size());
        return IntStream.range(0, longer)
                .mapToObj(i -> pair.apply(first.get(i % first.size()), second.get(i % second.size())));
    }

    /** From the first to the last at even distances, since neighbours in a generated list are much alike. */
    public <T> Stream<T> of(List<T> cases) {
        if (all || cases.size() <= FEW) {
            return cases.stream();
        }
        return IntStream.range(0, FEW)
                .map(i -> i * (cases.size() - 1) / (FEW - 1))
                .mapToObj(cases::get);
    }
}
