package org.kcibridge.rest;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.stream.Stream;

/** While it was read, a body turned out to be larger than {@link BodyLimit} allows: 413. */
final class RequestTooLarge extends IOException {

    static final Problem PROBLEM =
            Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The request body is larger than this server takes.");

    RequestTooLarge() {
        super(PROBLEM.detail());
    }

    /** Whether that is what is behind an exception: those who read bodies wrap what stops them. */
    static boolean caused(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(RequestTooLarge.class::isInstance);
    }
}
