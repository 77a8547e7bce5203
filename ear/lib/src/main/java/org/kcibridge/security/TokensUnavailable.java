package org.kcibridge.security;

/**
 * Nobody can be let in or turned away, because the tokens cannot be read. To be told from a wrong token at any price:
 * a client that gets 401 throws its token away, one that gets 503 comes again.
 */
public final class TokensUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokensUnavailable(Exception cause) {
        super("Cannot check tokens: " + cause.getMessage(), cause);
    }
}
