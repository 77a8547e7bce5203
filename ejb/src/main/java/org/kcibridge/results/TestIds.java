package org.kcibridge.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbText;

/**
 * The ids of the tests of one run, {@code riscv:2xKpQ7vYb…_ltp-smoke_access01}: readable, and each its own. KCIDB keeps the
 * first object of an id and drops every other in silence, so two tests with one id are a result lost.
 *
 * <p>They follow from names alone, so that a run which is reported again is reported under the same ids. Suite and case are
 * written one after the other, as TuxSuite's other users do it. Where that does not tell two names apart, or is not fit to
 * be part of an id, a hash stands in; the sign before it occurs in no other id.
 */
final class TestIds {

    private static final char MARK = '~';
    private static final Pattern READABLE = Pattern.compile("[!-}]{1,250}");
    private static final int LONGEST_BEFORE_HASH = 200;
    private static final int HASH_DIGITS = 16;

    private final String prefix;
    private final Map<List<String>, Integer> times = new HashMap<>();
    private final Set<String> ambiguous;

    private TestIds(String prefix, List<List<String>> names) {
        this.prefix = prefix;
        this.ambiguous = ambiguous(names);
    }

    /**
     * @param origin our name among KCIDB's submitters
     * @param uid what tells the run from all others under this origin
     * @return an id for each result, in their order
     */
    static List<String> of(String origin, String uid, List<CaseResult> results) {
        List<List<String>> names = results.stream().map(TestIds::levels).toList();
        TestIds ids = new TestIds(origin + ":" + uid + "_", names);
        return names.stream().map(ids::id).toList();
    }

    private String id(List<String> name) {
        int time = times.merge(name, 1, Integer::sum);
        String readable = String.join("_", name);
        boolean unique = time == 1 && !ambiguous.contains(readable);
        return prefix + (unique && READABLE.matcher(readable).matches() ? readable : hashed(readable, name, time));
    }

    /** A harness may report the same case twice; then the times tell them apart, in the order in which they were. */
    private static String hashed(String readable, List<String> name, int time) {
        List<String> parts = new ArrayList<>(name);
        parts.add(String.valueOf(time));
        String plain = KcidbText.head(readable, LONGEST_BEFORE_HASH).replaceAll("[^!-}]", "_");
        return plain + MARK + Sha256.hex(parts).substring(0, HASH_DIGITS);
    }

    /** What more than one name looks like when it is written in one: "a_b" and "c", "a" and "b_c". */
    private static Set<String> ambiguous(List<List<String>> names) {
        Set<String> seen = new HashSet<>();
        return new HashSet<>(names)
                .stream()
                        .map(name -> String.join("_", name))
                        .filter(readable -> !seen.add(readable))
                        .collect(Collectors.toSet());
    }

    private static List<String> levels(CaseResult result) {
        return Stream.concat(Stream.of(result.suite()), result.name().stream()).toList();
    }
}
