package org.kcibridge.it.database;

/** A database cannot be had. The message is one line that names the folder or the setting at fault, fit to be shown as it is. */
public final class DatabaseUnusable extends RuntimeException {

    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
