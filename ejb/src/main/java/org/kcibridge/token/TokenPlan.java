package org.kcibridge.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token to be.
 *
 * @param name who or what will use it
 * @param role what it allows
 * @param origin the only one of KCIDB's origins for which it may hand in anything; all of them when empty
 * @param description what it is for
 * @param expiresAt when it ends by itself; never when empty
 */
public record TokenPlan(
        String name, String role, Optional<String> origin, Optional<String> description, Optional<Instant> expiresAt) {}
