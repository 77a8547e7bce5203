package org.kcibridge.security;

import jakarta.security.enterprise.credential.Credential;

/**
 * A token on its way to the identity stores. Of one of ours only the hash goes there: the text goes no further than the
 * header's reader. A JSON web token has to go along whole, as it is what is judged.
 */
record TokenCredential(String hash, String webToken) implements Credential {

    static TokenCredential of(String token, boolean isWebToken) {
        return new TokenCredential(TokenHash.of(token), isWebToken ? token : null);
    }

    boolean isWebToken() {
        return webToken != null;
    }

    /** Nothing that somebody could log in with. */
    @Override
    public String toString() {
        return "token " + hash;
    }
}
