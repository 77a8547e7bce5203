package org.kcibridge.rest.batch;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kcibridge.batch.ImpossibleNow;
import org.kcibridge.rest.Problem;

/** An execution that cannot be stopped or restarted as it is: 409. */
@Provider
public class ImpossibleProblems implements ExceptionMapper<ImpossibleNow> {

    @Override
    public Response toResponse(ImpossibleNow impossible) {
        return Problem.of(Response.Status.CONFLICT, impossible.getMessage()).toResponse();
    }
}
