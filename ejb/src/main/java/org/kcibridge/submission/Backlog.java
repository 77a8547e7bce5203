package org.kcibridge.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many submissions are in which state.
 *
 * @param byState the counts; a state that is missing has none
 * @param oldestUnsent when the oldest of those was queued that KCIDB does not have and is to get
 */
public record Backlog(Map<SubmissionState, Long> byState, Optional<Instant> oldestUnsent) {

    public Backlog {
        byState = Map.copyOf(byState);
    }

    public long waiting() {
        return in(SubmissionState.WAITING);
    }

    public long retrying() {
        return in(SubmissionState.RETRY);
    }

    public long sent() {
        return in(SubmissionState.SENT);
    }

    public long confirmed() {
        return in(SubmissionState.CONFIRMED);
    }

    public long dead() {
        return in(SubmissionState.DEAD);
    }

    private long in(SubmissionState state) {
        return byState.getOrDefault(state, 0L);
    }
}
