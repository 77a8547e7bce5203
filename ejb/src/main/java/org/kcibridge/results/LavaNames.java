package org.kcibridge.results;

import java.util.regex.Pattern;

/** How LAVA writes the names of suites: with the place in the job in front, {@code 0_ltp-smoke}, or without it. */
final class LavaNames {

    private static final Pattern INDEX = Pattern.compile("^\\d+_(?=.)", Pattern.DOTALL);

    private LavaNames() {}

    static String withoutIndex(String name) {
        return INDEX.matcher(name).replaceFirst("");
    }

    static boolean hasIndex(String name) {
        return INDEX.matcher(name).find();
    }
}
