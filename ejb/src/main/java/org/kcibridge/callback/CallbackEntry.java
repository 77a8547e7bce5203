package org.kcibridge.callback;

import java.time.Instant;
import java.util.UUID;

/** A callback as it is looked at: all but its body, which may be large and holds secrets. What is not known is null. */
public record CallbackEntry(
        long id,
        String runner,
        String door,
        UUID jobId,
        Proof proof,
        CallbackState state,
        String reason,
        int attempts,
        Instant receivedAt,
        Instant dueAt,
        Instant closedAt) {}
