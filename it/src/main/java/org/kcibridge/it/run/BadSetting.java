package org.kcibridge.it.run;

/** A setting cannot be used. The message is one line that begins with, or contains, the name of the setting. */
public final class BadSetting extends RuntimeException {

    public BadSetting(String message) {
        super(message);
    }
}
