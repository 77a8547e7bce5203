package org.kcibridge.it.standin.tuxrun;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A suite that was run, with the cases it reported.
 *
 * @param completed whether it ran to its end, which is all that its own entry under {@code lava} tells
 */
record Suite(String name, List<TestCase> cases, boolean completed) {

    private static final int TYPICAL_CASES = 3;

    Suite {
        cases = List.copyOf(cases);
    }

    /** A suite of which nothing special is to be told: a few cases, and all pass. */
    static Suite typical(String name) {
        String stem = name.replaceFirst("^[^-]*-", "");
        return new Suite(
                name,
                IntStream.rangeClosed(1, TYPICAL_CASES)
                        .mapToObj(number -> TestCase.passed("%s%02d".formatted(stem, number)))
                        .toList(),
                true);
    }

    Suite plus(List<TestCase> more) {
        return new Suite(name, Stream.concat(cases.stream(), more.stream()).toList(), completed);
    }

    Suite interrupted() {
        return new Suite(name, cases, false);
    }

    /** What TuxSuite makes of it: a failed case is a failed suite, whatever {@code lava} says. */
    String verdict() {
        boolean good = completed
                && cases.stream().noneMatch(testCase -> testCase.result().equals("fail"));
        return good ? "pass" : "fail";
    }
}
