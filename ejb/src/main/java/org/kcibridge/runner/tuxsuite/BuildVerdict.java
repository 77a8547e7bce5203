package org.kcibridge.runner.tuxsuite;

import java.util.List;
import java.util.Locale;
import org.kcibridge.report.Status;

/**
 * What TuxSuite's account of a build means, after the rules of tuxsuite.md. KCIDB keeps the first status it hears for ever,
 * so that a build which is still under way must not get any.
 */
public sealed interface BuildVerdict {

    /** TuxSuite has spoken its last word. */
    record Final(Status status) implements BuildVerdict {}

    /**
     * More is to come.
     *
     * @param reason what is being waited for, for people
     */
    record Pending(String reason) implements BuildVerdict {}

    /** TuxSuite begins a build that broke down anew up to this many times, by itself. */
    int RETRIES = 2;

    static BuildVerdict of(BuildStatus build) {
        String state = word(build, "state", "unknown");
        if (!state.equals("finished")) {
            return new Pending("state " + state);
        }
        String result = word(build, "result", "unknown");
        String verdict = word(build, "build_status", result);
        List<String> words = List.of(verdict, result);
        if (words.contains("error") && build.isRetried() && build.retry() < RETRIES) {
            return new Pending("TuxSuite will try again, so far " + build.retry() + " of " + RETRIES + " times");
        }
        if (words.contains("error") || words.contains("canceled")) {
            return new Final(Status.ERROR);
        }
        return new Final(
                switch (verdict) {
                    case "pass" -> Status.PASS;
                    case "fail" -> Status.FAIL;
                    // Finished, and nobody knows how: that tells nothing about the code.
                    default -> Status.ERROR;
                });
    }

    private static String word(BuildStatus build, String field, String otherwise) {
        return build.text(field).map(word -> word.toLowerCase(Locale.ROOT)).orElse(otherwise);
    }
}
