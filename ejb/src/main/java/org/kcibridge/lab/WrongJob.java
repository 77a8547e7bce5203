package org.kcibridge.lab;

import jakarta.ejb.ApplicationException;

/** Results name a job that was about something else. */
@ApplicationException(rollback = true)
public class WrongJob extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongJob(String message) {
        super(message);
    }
}
