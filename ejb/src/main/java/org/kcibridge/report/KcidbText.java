package org.kcibridge.report;

/**
 * Makes free text fit for KCIDB. Its schema forbids NUL, PostgreSQL refuses it even inside misc, and its endpoint refuses
 * half a surrogate pair; all three turn up in logs of crashing kernels.
 */
public final class KcidbText {

    /** The longest log excerpt schema 5.3 takes, in characters (code points), not bytes. */
    public static final int EXCERPT_LIMIT = 16_384;

    private KcidbText() {}

    /** The text without NULs and without surrogates that have no partner. */
    public static String clean(String text) {
        int broken = firstBroken(text);
        if (broken < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, broken);
        text.substring(broken).codePoints().filter(KcidbText::acceptable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static boolean isClean(String text) {
        return firstBroken(text) < 0;
    }

    /** The end of a log, where the reason of a failure stands: at most {@value #EXCERPT_LIMIT} characters of clean text. */
    public static String excerpt(String log) {
        return tail(clean(log), EXCERPT_LIMIT);
    }

    /** The first characters of a text, at most {@code limit} of them, never half a surrogate pair. */
    public static String head(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit));
    }

    /** The last characters of a text, at most {@code limit} of them, never half a surrogate pair. */
    public static String tail(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(text.offsetByCodePoints(text.length(), -limit));
    }

    private static int firstBroken(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!acceptable(character)) {
                return i;
            }
            i += Character.charCount(character);
        }
        return -1;
    }

    private static boolean acceptable(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
}
