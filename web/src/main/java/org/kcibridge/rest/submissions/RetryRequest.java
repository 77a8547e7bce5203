package org.kcibridge.rest.submissions;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Which submissions to send again.
 *
 * @param ids the submissions, at most 1,000
 */
public record RetryRequest(@NotEmpty @Size(max = 1000) List<@NotNull UUID> ids) {}
