package org.kcibridge.rest.lists;

import jakarta.persistence.QueryTimeoutException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kcibridge.rest.Problem;

/** A list that takes too long to read: 503, since it may be quicker when less is going on, or with other filters. */
@Provider
public class TooSlowProblems implements ExceptionMapper<QueryTimeoutException> {

    @Override
    public Response toResponse(QueryTimeoutException e) {
        return Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "This takes longer to read than anybody waits; ask for less, or with total=false.")
                .toResponse();
    }
}
