package org.kcibridge.security;

/**
 * Nobody can be let in or turned away, because the tokens cannot be read. To be told from a wrong token at any price:
 * a client that gets 401 throws its token away, one that gets 503 comes again.
 */
final class TokensUnavailable extends RuntimeException {

    TokensUnavailable(Exception cause) {
        super("Cannot look up tokens: " + cause.getMessage(), cause);
    }
}
