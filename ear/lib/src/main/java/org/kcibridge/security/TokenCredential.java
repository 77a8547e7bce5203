package org.kcibridge.security;

import jakarta.security.enterprise.credential.Credential;

/** A token on its way to the identity store, as its hash already: the text goes no further than the header's reader. */
record TokenCredential(String hash) implements Credential {

    static TokenCredential of(String token) {
        return new TokenCredential(TokenHash.of(token));
    }
}
