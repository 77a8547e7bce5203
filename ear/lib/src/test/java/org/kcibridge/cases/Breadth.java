package org.kcibridge.cases;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many of its cases a parametrised test takes: a few as a rule, all with {@code -DrunAll=true}. It is for tests whose
 * cases are many, generated and dear, as requests to every endpoint are. A method that provides cases asks for it:
 *
 * <pre>{@code
 * @ExtendWith(BreadthParameter.class)
 * class BadRequestIT {
 *
 *     static Stream<BadRequest> badRequests(Breadth breadth) {
 *         return breadth.of(BadRequest.all());
 *     }
 * }</pre>
 *
 * @param all whether to take all
 */
public record Breadth(boolean all) {

    /** What is left of many; a list that is no longer than this stays whole. */
    public static final int FEW = 10;

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
