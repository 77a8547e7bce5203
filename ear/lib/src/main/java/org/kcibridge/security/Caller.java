package org.kcibridge.security;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Optional;

/**
 * Whoever has logged in. Besides a name there may be an origin to which he is bound: then he hands in nothing that is
 * reported under another one.
 */
public final class Caller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final String origin;

    /** @param origin one of KCIDB's origins, or {@code null} for whoever is not bound to one */
    Caller(String name, String origin) {
        super(name);
        this.origin = origin;
    }

    /** The origin he is bound to. */
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    /** Whether he may hand in what is reported under this origin. */
    public boolean mayReportFor(String other) {
        return origin == null || origin.equals(other);
    }
}
