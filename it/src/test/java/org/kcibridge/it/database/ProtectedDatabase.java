package org.kcibridge.it.database;

/** A database was about to be created, renamed or dropped that is not the tests' own. */
public final class ProtectedDatabase extends RuntimeException {

    ProtectedDatabase(String message) {
        super(message);
    }
}
