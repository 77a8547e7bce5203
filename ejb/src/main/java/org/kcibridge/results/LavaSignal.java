package org.kcibridge.results;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a suite tells LAVA through the console, {@code <LAVA_SIGNAL_STARTTC access01>}. It may stand behind a time, and
 * behind what the kernel puts in front of its messages.
 *
 * @param kind what happens
 * @param subject the suite, without its index, or the case
 */
record LavaSignal(Kind kind, String subject) {

    enum Kind {
        STARTRUN,
        ENDRUN,
        STARTTC,
        ENDTC,
        TESTCASE
    }

    private static final String BEGINNING = "<LAVA_SIGNAL_";
    private static final Pattern SIGNAL =
            Pattern.compile(BEGINNING + "(STARTRUN|ENDRUN|STARTTC|ENDTC|TESTCASE) (?:TEST_CASE_ID=)?([^\\s>]+)");

    static Optional<LavaSignal> in(String line) {
        // Most lines are none, and a pattern takes its time to find out.
        int at = line.indexOf(BEGINNING);
        if (at < 0) {
            return Optional.empty();
        }
        Matcher signal = SIGNAL.matcher(line).region(at, line.length());
        if (!signal.lookingAt()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(signal.group(1));
        boolean run = kind == Kind.STARTRUN || kind == Kind.ENDRUN;
        return Optional.of(new LavaSignal(kind, run ? LavaNames.withoutIndex(signal.group(2)) : signal.group(2)));
    }
}
