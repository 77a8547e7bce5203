package org.kcibridge.security;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes new tokens: {@code kcib_} and 43 base64url characters, which are 256 random bits.
 *
 * <p>The prefix lets people and secret scanners recognise a token that has ended up in a log or a repository.
 */
public final class TokenText {

    /** What every generated token begins with. */
    public static final String PREFIX = "kcib_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    /** A token nobody has had before. It is shown once and kept only as its {@link TokenHash}. */
    public static String generate() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
