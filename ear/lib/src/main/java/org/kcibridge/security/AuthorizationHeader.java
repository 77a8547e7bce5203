package org.kcibridge.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the token in the value of an {@code Authorization} header.
 *
 * <p>Two forms are understood: {@code Bearer <token>} (RFC 6750), and {@code Basic <base64 of user:token>} (RFC 7617,
 * UTF-8), which is what clients send for a URL like {@code https://ci:token@host}. Of the latter only the token counts;
 * the user name is for the client's convenience.
 */
final class AuthorizationHeader {

    /** More than a JSON web token needs, let alone one of ours; longer values are refused before anything is decoded or hashed. */
    static final int MAX_LENGTH = 4096;

    private AuthorizationHeader() {}

    /** The token, or empty if the header has another scheme, no token, or is malformed. */
    static Optional<String> token(String header) {
        int space = header.indexOf(' ');
        if (header.length() > MAX_LENGTH || space < 0) {
            return Optional.empty();
        }
        String credentials = header.substring(space + 1).strip();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> plausible(credentials);
            case "basic" -> decoded(credentials).flatMap(AuthorizationHeader::password);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String userAndPassword) {
        int colon = userAndPassword.indexOf(':');
        return colon < 0 ? Optional.empty() : plausible(userAndPassword.substring(colon + 1));
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            // A decoder of its own, as String's constructor replaces malformed input instead of refusing it.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> plausible(String token) {
        boolean plausible = !token.isEmpty() && token.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
        return plausible ? Optional.of(token) : Optional.empty();
    }
}
