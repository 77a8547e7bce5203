package org.kcibridge.mode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much the bridge does. Callbacks are kept in any mode: a runner that is turned away does not come again. */
public enum Mode {
    /** Everything. */
    NORMAL("it does everything"),
    /** It takes no new work, and finishes what it has: before a longer break, or while runners are in trouble. */
    DRAIN("it takes no new work and finishes what it has"),
    /** Nothing changes but the inbox: while somebody looks at the data, or moves them. */
    READ_ONLY("it keeps callbacks for later and changes nothing else");

    private final String words;

    Mode(String words) {
        this.words = words;
    }

    /** Its name outside. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the bridge does in it, for people. */
    public String words() {
        return words;
    }

    public static Optional<Mode> of(String key) {
        return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
