package org.kcibridge.console;

import java.util.regex.Pattern;

/**
 * A line of a log.
 *
 * @param number from 1 on
 * @param text without what terminals would colour it by
 */
public record LogLine(int number, String text) {

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private static final Pattern BAD = Pattern.compile(
            "(?i)\\b(tfail|tbrok|error|fail(ed|ure)?|fatal|panic|oops|bug:|kernel bug|call trace|segfault|not ok|undefined reference)\\b");

    private static final Pattern ODD =
            Pattern.compile("(?i)\\b(twarn|tconf|warn(ing)?|timed? ?out|deprecated|skip(ped)?)\\b");

    public LogLine {
        text = COLOURS.matcher(text).replaceAll("");
    }

    public int getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    /** What it seems to be. */
    public String getTone() {
        return BAD.matcher(text).find() ? "bad" : ODD.matcher(text).find() ? "odd" : "plain";
    }
}
