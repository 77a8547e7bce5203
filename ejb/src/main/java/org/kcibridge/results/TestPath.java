package org.kcibridge.results;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.identity.Sha256;

/**
 * What a test is called in KCIDB, {@code ltp.access01}: the suite under its widely known name, then the case. The dashboard
 * follows a test through time and across submitters by this name, so it depends on nothing else.
 *
 * <p>A dot makes a level, and a harness that writes one in a name ({@code ftrace_stress_test.sh}) does not mean that; it
 * becomes an underscore, as does everything else that KCIDB does not take.
 */
public final class TestPath {

    /** The database has an index on it. */
    private static final int LONGEST = 400;

    private static final int HASH_DIGITS = 8;
    private static final Pattern NOT_TAKEN = Pattern.compile("[^a-zA-Z0-9_-]");

    private TestPath() {}

    public static String of(CaseResult result) {
        return of(result.suite(), result.name());
    }

    static String of(String suite, List<String> name) {
        String path = Stream.concat(Stream.of(SuiteFamilies.of(suite)), name.stream())
                .map(TestPath::level)
                .collect(Collectors.joining("."));
        return path.length() <= LONGEST ? path : cut(path);
    }

    private static String level(String text) {
        return text.isEmpty() ? "_" : NOT_TAKEN.matcher(text).replaceAll("_");
    }

    /** Two tests whose names differ only where they are cut must not become one. */
    private static String cut(String path) {
        String hash = Sha256.hex(path).substring(0, HASH_DIGITS);
        return path.substring(0, LONGEST - HASH_DIGITS - 1) + "_" + hash;
    }
}
