package org.kcibridge.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch job that runs or ran.
 *
 * @param id the execution; a job that is restarted gets another one
 * @param job its name
 * @param state as Jakarta Batch calls it: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
 * @param exitStatus what it did, in words
 * @param parameters what it was told
 * @param createdAt when it was asked for
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param done what it has done so far, over all its restarts
 * @param steps its steps, in the order in which they began
 */
public record Execution(
        long id,
        String job,
        String state,
        Optional<String> exitStatus,
        Map<String, String> parameters,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Map<String, Long> done,
        List<Step> steps) {

    public Execution {
        parameters = Map.copyOf(parameters);
        done = Map.copyOf(done);
        steps = List.copyOf(steps);
    }

    /** Whether it is neither over nor about to be. */
    public boolean isRunning() {
        return state.equals("STARTING") || state.equals("STARTED");
    }

    /**
     * A part of it.
     *
     * @param name its name
     * @param state as that of the execution
     * @param trouble what it failed of
     */
    public record Step(String name, String state, Optional<String> trouble) {}
}
