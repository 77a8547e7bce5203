package org.kcibridge.rest;

import jakarta.ws.rs.core.Response;

/** Nothing has the id that the client asked for: 404. */
public class NotFound extends ProblemException {

    private NotFound(String what, Object id) {
        super(Problem.of(Response.Status.NOT_FOUND, what + " " + id + " not found"));
    }

    /**
     * For {@code orElseThrow}: {@code jobs.find(id).orElseThrow(() -> NotFound.of("job", id))}.
     *
     * @param what the kind of thing, {@code job} for example
     * @param id what was asked for
     */
    public static NotFound of(String what, Object id) {
        return new NotFound(what, id);
    }
}
