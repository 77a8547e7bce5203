package org.kcibridge.rest.uploads;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.ingest.Upload;
import org.kcibridge.ingest.UploadState;

/**
 * A submission that was handed in to be imported.
 *
 * @param id names it
 * @param state where it stands
 * @param reason why it failed, in lines of their own if there are several reasons
 * @param bytes how large it is or was
 * @param newObjects how many of its objects nobody knew before
 * @param knownObjects how many of its objects were there already
 * @param receivedAt when it came
 * @param endedAt when it was imported, or failed
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "state", "bytes", "received_at"})
public record UploadView(
        UUID id,
        @Schema(ref = "UploadState") UploadState state,
        String reason,
        int bytes,
        Long newObjects,
        Long knownObjects,
        Instant receivedAt,
        Instant endedAt) {

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.state(),
                upload.reason().orElse(null),
                upload.bytes(),
                upload.newObjects().orElse(null),
                upload.knownObjects().orElse(null),
                upload.receivedAt(),
                upload.endedAt().orElse(null));
    }
}
