package org.kcibridge.rest.batch;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * How to start a batch job.
 *
 * @param parameters what to tell it; {@code GET /batch/jobs} lists what there is
 */
public record StartRequest(Map<String, @NotNull String> parameters) {

    public StartRequest {
        parameters = parameters == null ? Map.of() : parameters;
    }
}
