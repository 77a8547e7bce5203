package org.kcibridge.rest;

import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** A body beyond the server's {@code max-post-size}, of which the server tells us while we read it: 413. */
final class RequestTooLarge {

    static final Problem PROBLEM =
            Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The request body is larger than this server takes.");

    // By name, for the class is the server's own and not visible to applications.
    private static final String UNDERTOW = "io.undertow.server.RequestTooBigException";

    private RequestTooLarge() {}

    /** Whether that is what is behind an exception. */
    static boolean caused(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause.getClass().getName().equals(UNDERTOW));
    }
}
