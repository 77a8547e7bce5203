package org.kcibridge.rest.tokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.kcibridge.token.TokenPlan;

/**
 * A token to be.
 *
 * @param name who or what will use it, as logs and lists name it
 * @param role reader, submitter or operator
 * @param origin the only one of KCIDB's origins for which it may hand in anything; all of them when missing
 * @param description what it is for
 * @param expiresAt when it ends by itself; never when missing
 */
public record MakeToken(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{C}]*") String name,
        @NotNull @Pattern(regexp = "reader|submitter|operator", message = "must be reader, submitter or operator") String role,
        @Pattern(regexp = "[a-z0-9_]{1,100}", message = "must consist of a-z, 0-9 and _, at most 100 of them") String origin,
        @Size(max = 500) @Pattern(regexp = "[^\\p{C}]*") String description,
        @JsonProperty("expires_at") Instant expiresAt) {

    TokenPlan plan() {
        return new TokenPlan(
                name.strip(),
                role,
                Optional.ofNullable(origin),
                Optional.ofNullable(description),
                Optional.ofNullable(expiresAt));
    }
}
