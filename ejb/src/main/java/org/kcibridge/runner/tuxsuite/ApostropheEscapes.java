package org.kcibridge.runner.tuxsuite;

/**
 * Repairs JSON in which apostrophes are escaped, {@code \'}, as TuxSuite has been seen to send. JSON has no such escape.
 * Only an escape in a string is touched, and a backslash that is itself escaped does not begin one: in {@code \\'} the
 * apostrophe stands for itself.
 */
final class ApostropheEscapes {

    private ApostropheEscapes() {}

    static String remove(String json) {
        StringBuilder repaired = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char character = json.charAt(i);
            boolean escape = inString && character == '\\' && i + 1 < json.length();
            if (escape) {
                char escaped = json.charAt(++i);
                repaired.append(escaped == '\'' ? "" : "\\").append(escaped);
            } else {
                inString ^= character == '"';
                repaired.append(character);
            }
        }
        return repaired.toString();
    }
}
