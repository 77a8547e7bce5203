package org.kcibridge.rest.submissions;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.submission.Backlog;
import org.kcibridge.submission.Destination;
import org.kcibridge.submission.DestinationState;

/**
 * How delivery to KCIDB goes.
 *
 * @param state how KCIDB was last found: REACHABLE, UNREACHABLE or UNAUTHORISED (it refuses our token)
 * @param reason what it said, if it is not reachable
 * @param since since when it has been so
 * @param dueAt when it is tried again, if it is not reachable
 * @param dryRun whether reports are kept and none is sent
 * @param waiting how many submissions have not been tried yet
 * @param retrying how many are tried again
 * @param sent how many KCIDB has in its spool
 * @param confirmed how many KCIDB has processed
 * @param dead how many were given up on, and wait for somebody to look at them
 * @param oldestWaitingSince since when the oldest of those that are to be sent has waited
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"state", "since", "dry_run", "waiting", "retrying", "sent", "confirmed", "dead"})
public record KcidbView(
        @Schema(ref = "DestinationState") DestinationState state,
        String reason,
        Instant since,
        Instant dueAt,
        boolean dryRun,
        long waiting,
        long retrying,
        long sent,
        long confirmed,
        long dead,
        Instant oldestWaitingSince) {

    static KcidbView of(Destination kcidb, boolean dryRun, Backlog backlog) {
        return new KcidbView(
                kcidb.state(),
                kcidb.reason().orElse(null),
                kcidb.since(),
                kcidb.dueAt().orElse(null),
                dryRun,
                backlog.waiting(),
                backlog.retrying(),
                backlog.sent(),
                backlog.confirmed(),
                backlog.dead(),
                backlog.oldestUnsent().orElse(null));
    }
}
