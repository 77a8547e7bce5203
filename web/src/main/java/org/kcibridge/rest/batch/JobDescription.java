package org.kcibridge.rest.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.BatchParameter;

/**
 * A batch job that can be started.
 *
 * @param name its name
 * @param purpose what it does
 * @param parameters what one can tell it; none has to be given
 */
@Schema(requiredProperties = {"name", "purpose", "parameters"})
public record JobDescription(String name, String purpose, List<Parameter> parameters) {

    static JobDescription of(BatchJob job) {
        return new JobDescription(
                job.key(),
                job.purpose(),
                job.parameters().stream().map(Parameter::of).toList());
    }

    /**
     * What one can tell it.
     *
     * @param name its name
     * @param values which values it takes
     * @param byDefault the one it has when it is not given
     * @param meaning what it does
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(
            name = "JobParameter",
            requiredProperties = {"name", "values", "by_default", "meaning"})
    public record Parameter(String name, String values, String byDefault, String meaning) {

        static Parameter of(BatchParameter parameter) {
            return new Parameter(
                    parameter.name(), parameter.type().inWords(), parameter.byDefault(), parameter.meaning());
        }
    }
}
