package org.kcibridge.batch;

import jakarta.ejb.ApplicationException;

/** What is wanted of an execution cannot be done as it is: it is over, or it is not. */
@ApplicationException
public class ImpossibleNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImpossibleNow(String reason) {
        super(reason);
    }
}
