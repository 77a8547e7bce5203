package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;

/** A callback cannot be made sense of. The message says why, in one line and without the body. */
@ApplicationException(rollback = true)
public class UnreadableCallback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableCallback(String reason) {
        super(reason);
    }
}
