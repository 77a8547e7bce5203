package org.kcibridge.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses bodies that are too large: by their announced length without reading a byte, and else once they have been
 * read so far.
 *
 * <p>The server has a limit, too ({@code max-post-size}), which must be the larger one: it answers a bare 400, or just
 * hangs up.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    /** The largest body there may be, in bytes; a report of some thousand tests has a tenth of it. */
    static final int MAX_BYTES = 10 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            request.abortWith(RequestTooLarge.PROBLEM.toResponse());
        } else if (request.getLength() < 0) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), MAX_BYTES));
        }
    }
}
