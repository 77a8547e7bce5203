package org.kcibridge.rest.jobs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobKind;
import org.kcibridge.scheduling.JobState;

/**
 * A job as clients see it; its secret stays with us.
 *
 * @param id our id, and the runner's client token
 * @param kind what is done
 * @param state how far it is: REQUESTED, SUBMITTED, then REJECTED, CANCELLED, FINISHED or LOST
 * @param runner who does it
 * @param runnerUid the runner's id of it, once it told
 * @param origin the name it is reported under
 * @param buildId KCIDB's id of the build: the one that is tested, or the one that was made, once it is reported
 * @param request what was asked for
 * @param attempts how often it was tried in its present state
 * @param lastError why the last attempt failed
 * @param cancelledAt when an operator cancelled it; it may have ended otherwise nonetheless
 * @param createdAt when it was asked for
 * @param changedAt when it last moved
 * @param dueAt when it is looked at next
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        requiredProperties = {
            "id",
            "kind",
            "state",
            "runner",
            "origin",
            "request",
            "attempts",
            "created_at",
            "changed_at"
        })
public record JobView(
        UUID id,
        @Schema(ref = "JobKind") JobKind kind,
        @Schema(ref = "JobState") JobState state,
        String runner,
        String runnerUid,
        String origin,
        String buildId,
        Work request,
        int attempts,
        String lastError,
        Instant cancelledAt,
        Instant createdAt,
        Instant changedAt,
        Instant dueAt) {

    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind(),
                job.state(),
                job.runner(),
                job.runnerUid().orElse(null),
                job.origin(),
                job.buildId().orElse(null),
                Work.of(job.request()),
                job.attempts(),
                job.lastError().orElse(null),
                job.cancelWantedAt().orElse(null),
                job.createdAt(),
                job.changedAt(),
                job.dueAt().orElse(null));
    }
}
