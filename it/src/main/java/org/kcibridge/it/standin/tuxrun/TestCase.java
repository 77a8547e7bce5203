package org.kcibridge.it.standin.tuxrun;

import java.util.List;

/**
 * One case of a suite, and how it went.
 *
 * @param result in LAVA's words: {@code pass}, {@code fail}, {@code skip} or {@code unknown}
 * @param level where the suite groups its cases: the group's name, otherwise empty
 * @param log what the case prints; without a line it is reported by one signal only, as LTP does it
 */
public record TestCase(String name, String result, String level, List<String> log) {

    public TestCase {
        log = List.copyOf(log);
    }

    public static TestCase passed(String name, String... log) {
        return new TestCase(name, "pass", "", List.of(log));
    }

    public static TestCase failed(String name, String... log) {
        return new TestCase(name, "fail", "", List.of(log));
    }

    public static TestCase skipped(String name, String... log) {
        return new TestCase(name, "skip", "", List.of(log));
    }

    /** The device said nothing of how it went. */
    public static TestCase unknown(String name, String... log) {
        return new TestCase(name, "unknown", "", List.of(log));
    }

    /** The same case, in a group of its suite. */
    public TestCase in(String group) {
        return new TestCase(name, result, group, log);
    }
}
