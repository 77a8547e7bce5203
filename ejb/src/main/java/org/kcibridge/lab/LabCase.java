package org.kcibridge.lab;

import java.util.Locale;
import java.util.Optional;
import org.kcibridge.report.Status;
import org.kcibridge.results.CaseResult;

/**
 * A result in the words of a lab.
 *
 * @param collection the suite
 * @param name the case; that of the suite itself if it is about all of it
 * @param word how it ended, one of {@link #WORDS}
 * @param log what it wrote, in full
 */
public record LabCase(String collection, String name, String word, Optional<String> log) {

    /** KCIDB's own words, and the one that LAVA and TuxSuite have for a verdict that is due and missing. */
    public static final String WORDS = "pass|fail|skip|error|miss|done|unknown";

    private static final String NO_VERDICT = "UNKNOWN";

    public LabCase {
        log = log.filter(text -> !text.isBlank());
    }

    /** Names like {@code ltp-smoke} in {@code ltp} say once more what they belong to; KCIDB's paths do not. */
    CaseResult result() {
        String beginning = collection + "-";
        CaseResult plain = name.equals(collection)
                ? CaseResult.of(collection, status())
                : CaseResult.of(
                        collection,
                        status(),
                        name.startsWith(beginning) && name.length() > beginning.length()
                                ? name.substring(beginning.length())
                                : name);
        return log.map(UsefulExcerpt::of).map(plain::logging).orElse(plain);
    }

    private Status status() {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        return upper.equals(NO_VERDICT) ? Status.ERROR : Status.valueOf(upper);
    }
}
