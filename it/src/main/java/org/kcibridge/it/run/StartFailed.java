package org.kcibridge.it.run;

/** The server did not come up. The message is one line that says why, as far as the server has told. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String message) {
        super(message);
    }
}
