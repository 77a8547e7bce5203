package org.kcibridge.callback;

import jakarta.ejb.ApplicationException;

/** A callback came with neither a valid signature nor the secret of a job. */
@ApplicationException
public class UnprovenCallback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnprovenCallback() {
        super("the callback carries neither a valid signature nor the secret of its job");
    }
}
