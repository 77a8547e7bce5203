package org.kcibridge.runner.tuxsuite;

import java.util.List;
import org.kcibridge.report.Status;
import org.kcibridge.results.ResultWord;

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

    static BuildVerdict of(BuildStatus build) {
        String state = build.word("state").orElse("unknown");
        if (!state.equals("finished")) {
            return new Pending("state " + state);
        }
        String result = build.word("result").orElse("unknown");
        String verdict = build.word("build_status").orElse(result);
        List<String> words = List.of(verdict, result);
        if (words.contains("error") && build.nextAttempt().isPresent()) {
            return new Pending(build.nextAttempt().get());
        }
        if (words.contains("error") || words.contains("canceled")) {
            return new Final(Status.ERROR);
        }
        // Finished, and nobody knows how: that tells nothing about the code.
        return new Final(ResultWord.status(verdict));
    }
}
