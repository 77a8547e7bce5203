package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;

/**
 * The runner said no. The message is its reason; when it is the bridge it does not know, and not the work it does not
 * want, that says nothing about the work.
 */
@ApplicationException
public class RunnerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutUs;

    public RunnerRefused(String reason) {
        this(reason, false);
    }

    /** @param aboutUs whether it refuses our credentials, whatever we ask for */
    public RunnerRefused(String reason, boolean aboutUs) {
        super(reason);
        this.aboutUs = aboutUs;
    }

    public boolean isAboutUs() {
        return aboutUs;
    }
}
