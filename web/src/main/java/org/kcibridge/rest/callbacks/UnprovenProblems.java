package org.kcibridge.rest.callbacks;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kcibridge.callback.UnprovenCallback;
import org.kcibridge.rest.Problem;

/** A callback proved nothing: 401, always with the same words. */
@Provider
public class UnprovenProblems implements ExceptionMapper<UnprovenCallback> {

    @Override
    public Response toResponse(UnprovenCallback unproven) {
        return Problem.of(Response.Status.UNAUTHORIZED, unproven.getMessage()).toResponse();
    }
}
