package org.kcibridge.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The only form in which the bridge keeps a token: its SHA-256, in lower-case hex.
 *
 * <p>A fast hash without salt is right here, unlike for passwords: a {@linkplain TokenText generated} token has 256
 * random bits, so there is nothing to guess that a slow hash would make dearer, while every request pays for the hash.
 * And without salt a token is found by an index rather than by trying all of them.
 */
public final class TokenHash {

    private TokenHash() {}

    /** The hash of a token's text. */
    public static String of(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
