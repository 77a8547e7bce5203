package org.kcibridge.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Whatever nobody else maps: 500. The client gets a number and nothing else; the log has the same number with the
 * whole story.
 */
@Provider
@ApplicationScoped
public class UnexpectedProblems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedProblems.class);

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable e) {
        if (RequestTooLarge.caused(e)) {
            return RequestTooLarge.PROBLEM.toResponse();
        }
        URI occurrence = URI.create("urn:uuid:" + UUID.randomUUID());
        // The raw path, so that nobody can write lines of his own into the log.
        LOG.errorf(
                e,
                "%s: %s %s failed",
                occurrence,
                request.getMethod(),
                uri.getRequestUri().getRawPath());
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "Internal error. The server's log has it under the number given as instance.")
                .with(occurrence)
                .toResponse();
    }
}
