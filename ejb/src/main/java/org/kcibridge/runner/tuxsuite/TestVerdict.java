package org.kcibridge.runner.tuxsuite;

import java.util.Optional;
import java.util.Set;
import org.kcibridge.results.LavaResults;

/**
 * Whether TuxSuite's account of a test is its last word. KCIDB keeps the first status it hears for ever, so that a test which
 * is still under way, or is tried again, must not get any.
 */
public sealed interface TestVerdict {

    /**
     * TuxSuite has spoken its last word.
     *
     * @param brokeDown whether it is on trouble of its own, or the test was called off: then nothing that failed tells about
     *     the kernel
     */
    record Final(boolean brokeDown) implements TestVerdict {}

    /**
     * More is to come.
     *
     * @param reason what is being waited for, for people
     */
    record Pending(String reason) implements TestVerdict {}

    static TestVerdict of(TestStatus test) {
        String state = test.word("state").orElse("unknown");
        if (!state.equals("finished")) {
            return new Pending("state " + state);
        }
        if (test.neverRan().isPresent()) {
            return new Final(true);
        }
        String result = test.word("result").orElse("unknown");
        if (result.equals("error") && test.nextAttempt().isPresent()) {
            return new Pending(test.nextAttempt().get());
        }
        boolean brokeDown = Set.of("error", "canceled").contains(result);
        boolean undecided = test.verdict(LavaResults.BOOT).equals(Optional.of("unknown"));
        return undecided && !brokeDown
                ? new Pending("TuxSuite has not decided yet how booting went")
                : new Final(brokeDown);
    }
}
