package org.kcibridge.rest.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.batch.Execution;

/**
 * A batch job that runs or ran.
 *
 * @param id the execution; a job that is restarted gets another one
 * @param job its name
 * @param state STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
 * @param running whether it is neither over nor about to be
 * @param exitStatus what it did, in words
 * @param done what it has done so far, over all its restarts: counts by what they count
 * @param parameters what it was told; only when one execution is asked for
 * @param steps its steps; only when one execution is asked for
 * @param createdAt when it was asked for
 * @param startedAt when it began
 * @param endedAt when it ended
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"id", "job", "state", "running", "done", "created_at"})
public record ExecutionView(
        long id,
        String job,
        String state,
        boolean running,
        String exitStatus,
        Map<String, Long> done,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StepView> steps,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    static ExecutionView of(Execution execution) {
        return new ExecutionView(
                execution.id(),
                execution.job(),
                execution.state(),
                execution.isRunning(),
                execution.exitStatus().orElse(null),
                execution.done(),
                execution.parameters(),
                execution.steps().stream().map(StepView::of).toList(),
                execution.createdAt(),
                execution.startedAt().orElse(null),
                execution.endedAt().orElse(null));
    }

    /**
     * A part of a batch job.
     *
     * @param name its name
     * @param state as that of the execution
     * @param trouble what it failed of
     */
    @Schema(
            name = "StepView",
            requiredProperties = {"name", "state"})
    public record StepView(String name, String state, String trouble) {

        static StepView of(Execution.Step step) {
            return new StepView(step.name(), step.state(), step.trouble().orElse(null));
        }
    }
}
