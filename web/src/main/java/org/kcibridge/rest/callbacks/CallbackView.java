package org.kcibridge.rest.callbacks;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.callback.CallbackEntry;
import org.kcibridge.callback.CallbackState;
import org.kcibridge.callback.Proof;

/**
 * A callback as clients see it.
 *
 * @param id our number of it
 * @param runner who sent it
 * @param door the path it came by: build, test or boot
 * @param jobId the job it is about, once that is known
 * @param proof why we believe it: SIGNATURE, SECRET, or ASKED when we fetched it ourselves
 * @param state RECEIVED, PARKED (its job is not known yet), FETCHING (what it points to is being fetched), APPLIED, IGNORED
 *     or QUARANTINED (it cannot be made sense of)
 * @param reason why it is in that state
 * @param attempts how often it was tried in vain
 * @param receivedAt when it came
 * @param dueAt when it is looked at next
 * @param closedAt when it was dealt with
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "runner", "door", "proof", "state", "attempts", "received_at"})
public record CallbackView(
        long id,
        String runner,
        String door,
        UUID jobId,
        @Schema(ref = "Proof") Proof proof,
        @Schema(ref = "CallbackState") CallbackState state,
        String reason,
        int attempts,
        Instant receivedAt,
        Instant dueAt,
        Instant closedAt) {

    static CallbackView of(CallbackEntry entry) {
        return new CallbackView(
                entry.id(),
                entry.runner(),
                entry.door(),
                entry.jobId(),
                entry.proof(),
                entry.state(),
                entry.reason(),
                entry.attempts(),
                entry.receivedAt(),
                entry.dueAt(),
                entry.closedAt());
    }
}
