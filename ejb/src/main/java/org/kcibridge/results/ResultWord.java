package org.kcibridge.results;

import java.util.Locale;
import org.kcibridge.report.Status;

/** The words LAVA, and with it TuxSuite, has for how something ended. */
public final class ResultWord {

    private ResultWord() {}

    /**
     * In KCIDB's words. {@code unknown}, {@code error} and whatever else they may come up with say that a verdict was due
     * and nobody has it: the test broke, and nothing is known about the code.
     */
    public static Status status(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pass" -> Status.PASS;
            case "fail" -> Status.FAIL;
            case "skip" -> Status.SKIP;
            default -> Status.ERROR;
        };
    }
}
