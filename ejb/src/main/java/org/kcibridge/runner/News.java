package org.kcibridge.runner;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * A runner's callback, read.
 *
 * @param subject what it is about
 * @param kind the runner's own word for that, for messages
 * @param uid the runner's id of the work
 * @param token the id we gave the work when we ordered it, if the runner repeats it
 * @param status everything else, in the runner's words
 */
public record News(Subject subject, String kind, Optional<String> uid, Optional<UUID> token, JsonObject status) {

    /** What news can be about; whatever we never order is {@code OTHER}. */
    public enum Subject {
        BUILD,
        TEST,
        OTHER
    }
}
