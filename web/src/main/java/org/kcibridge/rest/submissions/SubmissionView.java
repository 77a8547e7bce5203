package org.kcibridge.rest.submissions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.submission.Submission;
import org.kcibridge.submission.SubmissionState;

/**
 * A report on its way to KCIDB.
 *
 * @param id our id
 * @param jobId the job it reports on
 * @param state how far it is: WAITING, RETRY, SENT (in KCIDB's spool), CONFIRMED (processed there) or DEAD
 * @param delivered whether KCIDB has it: SENT or CONFIRMED
 * @param objects how many KCIDB objects it holds
 * @param attempts how many attempts to send it have failed
 * @param lastError why the last one failed
 * @param kcidbId the id KCIDB gave to what it came with
 * @param createdAt when it was queued
 * @param sentAt when KCIDB took it
 * @param dueAt when it is looked at next
 * @param document the KCIDB document; only when one submission is asked for
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "state", "delivered", "objects", "attempts", "created_at"})
public record SubmissionView(
        UUID id,
        UUID jobId,
        @Schema(ref = "SubmissionState") SubmissionState state,
        boolean delivered,
        int objects,
        int attempts,
        String lastError,
        String kcidbId,
        Instant createdAt,
        Instant sentAt,
        Instant dueAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String document) {

    static SubmissionView inList(Submission submission) {
        return of(submission, null);
    }

    static SubmissionView whole(Submission submission) {
        return of(submission, submission.document());
    }

    private static SubmissionView of(Submission submission, String document) {
        return new SubmissionView(
                submission.id(),
                submission.jobId().orElse(null),
                submission.state(),
                submission.isDelivered(),
                submission.objects(),
                submission.attempts(),
                submission.lastError().orElse(null),
                submission.kcidbId().orElse(null),
                submission.createdAt(),
                submission.sentAt().orElse(null),
                submission.dueAt().orElse(null),
                document);
    }
}
