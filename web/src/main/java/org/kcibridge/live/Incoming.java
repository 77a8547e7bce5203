package org.kcibridge.live;

/**
 * Puts a message together that comes in parts. We do it ourselves, as the server's limit does not hold: of a text it counts
 * only what has arrived when it begins to read. Of what is too long for any message only so much is kept as shows that it is.
 */
final class Incoming {

    /** Nobody who wants to watch sends that much. */
    static final int FLOOD = 64 * 1024;

    private static final int KEPT = ClientMessage.LONGEST + 1;

    private final StringBuilder text = new StringBuilder();
    private int length;

    /** @return whether it is still no flood */
    boolean add(String part) {
        text.append(part, 0, Math.min(part.length(), KEPT - text.length()));
        length = Math.min(FLOOD, length) + part.length();
        return length <= FLOOD;
    }

    /** The message, which is complete; another one begins. */
    String take() {
        String message = text.toString();
        text.setLength(0);
        length = 0;
        return message;
    }
}
