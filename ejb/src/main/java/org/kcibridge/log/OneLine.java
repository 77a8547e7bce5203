package org.kcibridge.log;

/** Text from elsewhere, made fit for a log line, an error or a column: one line, no control characters, not too long. */
public final class OneLine {

    private static final int LONGEST = 500;

    private OneLine() {}

    public static String of(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
