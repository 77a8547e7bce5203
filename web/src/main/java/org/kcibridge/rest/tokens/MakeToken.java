package org.kcibridge.rest.tokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A token to be.
 *
 * @param name who or what will use it, as logs and lists name it
 * @param role reader, submitter or operator
 * @param expiresAt when it ends by itself; never when missing
 */
public record MakeToken(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{C}]*") String name,
        @NotNull @Pattern(regexp = "reader|submitter|operator", message = "must be reader, submitter or operator") String role,
        @JsonProperty("expires_at") Instant expiresAt) {}
