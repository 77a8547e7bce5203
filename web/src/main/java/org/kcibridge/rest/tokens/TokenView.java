package org.kcibridge.rest.tokens;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.token.ApiToken;

/**
 * A token, without what it is.
 *
 * @param id our id
 * @param name who or what uses it
 * @param role what it allows
 * @param origin the only one of KCIDB's origins for which it may hand in anything
 * @param description what it is for
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself
 * @param lastUsedAt when somebody last used it, to the minute
 * @param revokedAt when it was ended
 * @param token it itself; only in the answer to making it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "name", "role", "created_at"})
public record TokenView(
        UUID id,
        String name,
        String role,
        String origin,
        String description,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt,
        String token) {

    static TokenView of(ApiToken token) {
        return of(token, null);
    }

    static TokenView of(ApiToken token, String text) {
        return new TokenView(
                token.id(),
                token.name(),
                token.role(),
                token.origin().orElse(null),
                token.description().orElse(null),
                token.createdAt(),
                token.expiresAt().orElse(null),
                token.lastUsedAt().orElse(null),
                token.revokedAt().orElse(null),
                text);
    }
}
