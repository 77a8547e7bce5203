package org.kcibridge.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kcibridge.report.KcidbText;

/**
 * What of a long log fits into KCIDB: its end, where the reason of a failure mostly stands. A kernel that is in trouble says so
 * earlier and then goes on for long, so from such a log its first words of trouble are taken as well.
 */
final class UsefulExcerpt {

    private static final Pattern TROUBLE =
            Pattern.compile("Kernel panic - not syncing|\\bOops\\b|\\bBUG:|\\bWARNING: CPU:|Unable to handle kernel"
                    + "|Internal error:|\\bKASAN:|rcu: INFO: .{0,80} detected stall");

    private static final String GAP = "\n[…]\n";
    private static final int BEFORE = 1_000;
    private static final int OF_TROUBLE = 8_000;

    private UsefulExcerpt() {}

    /** At most as much as KCIDB takes. */
    static String of(String raw) {
        String log = KcidbText.clean(raw);
        String end = KcidbText.excerpt(log);
        Matcher trouble = TROUBLE.matcher(log);
        if (end.length() == log.length() || !trouble.find()) {
            return end;
        }
        int from = Math.max(0, log.lastIndexOf('\n', Math.max(0, trouble.start() - BEFORE)) + 1);
        if (from > log.length() - end.length()) {
            return end;
        }
        // A character takes two chars at most.
        String first = KcidbText.head(log.substring(from, Math.min(log.length(), from + 2 * OF_TROUBLE)), OF_TROUBLE);
        return first + GAP + KcidbText.tail(log, KcidbText.EXCERPT_LIMIT - OF_TROUBLE - GAP.length());
    }
}
