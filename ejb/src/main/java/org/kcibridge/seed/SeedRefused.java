package org.kcibridge.seed;

import jakarta.ejb.ApplicationException;

/** A database is not filled with made-up reports. The message says why, in one sentence. */
@ApplicationException(rollback = true)
public class SeedRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SeedRefused(String reason) {
        super(reason);
    }
}
