package org.kcibridge.rest.jobs;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.Problem;
import org.kcibridge.runner.UnknownRunner;

/** The body names a runner that we do not have: 422, naming the field. */
@Provider
public class UnknownRunnerProblems implements ExceptionMapper<UnknownRunner> {

    @Override
    public Response toResponse(UnknownRunner unknown) {
        return Problem.unprocessable(List.of(new FieldError("runner", unknown.getMessage())))
                .toResponse();
    }
}
