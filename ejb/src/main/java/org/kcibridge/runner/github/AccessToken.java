package org.kcibridge.runner.github;

import java.time.Duration;
import java.time.Instant;

/**
 * What GitHub grants an app for an hour.
 *
 * @param token the token
 * @param expires when it ends
 */
record AccessToken(String token, Instant expires) {

    static final AccessToken NONE = new AccessToken("", Instant.EPOCH);

    /** It is used until shortly before its end, as a request takes a while. */
    private static final Duration RESERVE = Duration.ofMinutes(5);

    boolean isGoodAt(Instant now) {
        return now.plus(RESERVE).isBefore(expires);
    }

    @Override
    public String toString() {
        return "a token until " + expires;
    }
}
