package org.kcibridge.settings;

/** A setting is missing, malformed or contradicts another one. The message is one line that names it. */
public class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadSetting(String name, String problem) {
        this(name + " " + problem);
    }

    /** @param message names the setting and says what is wrong */
    public BadSetting(String message) {
        super(message);
    }
}
