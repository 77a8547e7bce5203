package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;

/** The runner could not be reached, or gave no answer that means anything: it may or may not have the work. */
@ApplicationException
public class RunnerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunnerUnavailable(String reason) {
        super(reason);
    }
}
