package org.kcibridge.rest.mode;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A switch of the mode.
 *
 * @param mode normal, drain or read-only
 */
public record SwitchMode(
        @NotNull @Pattern(regexp = "normal|drain|read-only", message = "must be normal, drain or read-only") String mode) {}
