package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;
import java.util.Collection;

/** A client or a door named a runner that is not in the catalog. */
@ApplicationException
public class UnknownRunner extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownRunner(String code, Collection<String> known) {
        super("unknown runner '%s', known are: %s".formatted(code, String.join(", ", known)));
    }
}
