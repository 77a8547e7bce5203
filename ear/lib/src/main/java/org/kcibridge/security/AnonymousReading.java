package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

/** Whether everybody may read, logged in or not. */
@ApplicationScoped
public class AnonymousReading {

    /** The name of whoever has none. */
    public static final String NAME = "anonymous";

    private volatile boolean allowed;

    /** Lets everybody read from now on, or nobody. */
    public void allow(boolean everybody) {
        allowed = everybody;
    }

    boolean isAllowed() {
        return allowed;
    }

    CredentialValidationResult login() {
        return new CredentialValidationResult(new Caller(NAME, null), Role.implied(Role.READER));
    }
}
