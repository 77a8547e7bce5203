package org.kcibridge.rest.submissions;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.submission.Delivery;
import org.kcibridge.submission.DeliveryState;

/**
 * A post to KCIDB.
 *
 * @param id our number of it
 * @param state how far it is: POSTED (its answer is not known), SPOOLED (KCIDB has it), PROCESSED, FAILED (there), REFUSED or
 *     NOT_TAKEN (KCIDB was in trouble, or away)
 * @param submissions how many submissions went along
 * @param objects how many KCIDB objects it held
 * @param bytes how long it was
 * @param sha256 what it was, in 64 hexadecimal digits
 * @param httpStatus what KCIDB answered, if it did
 * @param answer the same in words
 * @param kcidbId the id KCIDB gave to it
 * @param postedAt when it was posted
 * @param answeredAt when it was answered, or given up on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "state", "submissions", "objects", "bytes", "sha256", "posted_at"})
public record DeliveryView(
        long id,
        @Schema(ref = "DeliveryState") DeliveryState state,
        int submissions,
        int objects,
        int bytes,
        String sha256,
        Integer httpStatus,
        String answer,
        String kcidbId,
        Instant postedAt,
        Instant answeredAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.state(),
                delivery.submissions(),
                delivery.objects(),
                delivery.bytes(),
                delivery.sha256(),
                delivery.httpStatus().isPresent() ? delivery.httpStatus().getAsInt() : null,
                delivery.answer().orElse(null),
                delivery.kcidbId().orElse(null),
                delivery.postedAt(),
                delivery.answeredAt().orElse(null));
    }
}
