package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;

/** The runner said no, and would say no again. The message is its reason. */
@ApplicationException
public class RunnerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunnerRefused(String reason) {
        super(reason);
    }
}
