package org.kcibridge.ingest;

import jakarta.ejb.ApplicationException;

/** A submission cannot be taken. The message says why, in lines of their own if there are several reasons. */
@ApplicationException(rollback = true)
public class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unusable(String reason) {
        super(reason);
    }
}
