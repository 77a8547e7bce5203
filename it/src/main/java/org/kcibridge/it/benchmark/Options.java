package org.kcibridge.it.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What a benchmark was told by system properties.
 *
 * @param cases names of those to run; {@code all} among them stands for all
 * @param rounds how often each is measured
 * @param clients how many ask at the same time
 * @param tests how many tests there are where there are to be many
 * @param quick whether it shall be over in minutes, and its figures may be rough
 * @param profile whether a recording is made of each server (JFR), which costs it a little
 * @param output folder for what comes of it, and for databases and servers while it runs
 */
record Options(List<String> cases, int rounds, int clients, int tests, boolean quick, boolean profile, Path output) {

    static final String ALL = "all";

    private static final int QUICK_ROUNDS = 3;
    private static final int QUICK_SHARE = 20;

    Options {
        cases = List.copyOf(cases);
        if (rounds < 1 || clients < 1 || tests < 1) {
            throw new IllegalArgumentException("benchmark.rounds, .clients and .tests must be at least 1");
        }
    }

    static Options from(Properties properties) {
        boolean quick = Boolean.parseBoolean(text(properties, "quick"));
        int rounds = number(properties, "rounds");
        int tests = number(properties, "tests");
        return new Options(
                List.of(text(properties, "cases").split("\\s*,\\s*")),
                quick ? Math.min(rounds, QUICK_ROUNDS) : rounds,
                number(properties, "clients"),
                quick ? Math.max(1, tests / QUICK_SHARE) : tests,
                quick,
                Boolean.parseBoolean(text(properties, "profile")),
                Path.of(text(properties, "output")).toAbsolutePath().normalize());
    }

    boolean wants(String name) {
        return cases.contains(ALL) || cases.contains(name);
    }

    /** A size that may be smaller where it has to be quick. */
    int sized(int full, int smaller) {
        return quick ? smaller : full;
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty("benchmark." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("benchmark." + name + " is not set");
        }
        return value.strip();
    }

    private static int number(Properties properties, String name) {
        try {
            return Integer.parseInt(text(properties, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("benchmark." + name + " must be a number", e);
        }
    }
}
