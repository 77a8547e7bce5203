package org.kcibridge.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a line that the kernel wrote to its log: a level, the seconds since it booted, and sometimes which
 * thread or processor wrote it, {@code <6>[   12.345678][    T1] }.
 */
final class KernelLine {

    private static final Pattern PREFIX =
            Pattern.compile("\\s*(?:<\\d{1,3}>)?\\[ {0,12}\\d{1,12}\\.\\d{1,9}](?:\\[ {0,8}[TC]\\d{1,9}])?(?: |$)");

    private KernelLine() {}

    /** The line without it. How far the rest is indented still counts. */
    static String text(String line) {
        Matcher prefix = PREFIX.matcher(line);
        return prefix.lookingAt() ? line.substring(prefix.end()) : line;
    }
}
