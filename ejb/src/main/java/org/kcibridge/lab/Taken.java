package org.kcibridge.lab;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of results that a lab handed in.
 *
 * @param submission what they go to KCIDB with; absent if nothing was new
 * @param made KCIDB's tests that were made of them
 * @param known how many of them had been handed in before
 */
public record Taken(Optional<UUID> submission, List<JsonObject> made, int known) {

    public Taken {
        made = List.copyOf(made);
    }
}
