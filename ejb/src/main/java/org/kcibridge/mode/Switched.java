package org.kcibridge.mode;

import java.time.Instant;
import java.util.Optional;

/**
 * The mode, and how it came about.
 *
 * @param since when it was switched to it; empty if it never was
 * @param by who did that
 */
public record Switched(Mode mode, Optional<Instant> since, Optional<String> by) {

    static final Switched NEVER = new Switched(Mode.NORMAL, Optional.empty(), Optional.empty());
}
