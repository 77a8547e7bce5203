package org.kcibridge.rest.jobs;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kcibridge.rest.Problem;
import org.kcibridge.runner.RunnerRefused;

/** The runner said no: 502, with its reason. */
@Provider
public class RefusedProblems implements ExceptionMapper<RunnerRefused> {

    @Override
    public Response toResponse(RunnerRefused refused) {
        return Problem.of(Response.Status.BAD_GATEWAY, refused.getMessage()).toResponse();
    }
}
