package org.kcibridge.rest.mode;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Set;
import org.kcibridge.mode.Mode;
import org.kcibridge.mode.Modes;
import org.kcibridge.rest.Problem;

/** Holds back what does not go with the mode: 503, and come back later. Whoever may not do it at all is told that first. */
@Provider
@Priority(Priorities.USER)
public class ModeGate implements ContainerRequestFilter {

    /** Nobody knows when an operator switches back; so often asking costs nothing. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    ResourceInfo resource;

    @Inject
    Modes modes;

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || isMarked(InEveryMode.class)) {
            return;
        }
        Mode mode = modes.current();
        if (mode == Mode.READ_ONLY || mode == Mode.DRAIN && isMarked(NewWork.class)) {
            request.abortWith(refusal(mode));
        }
    }

    private boolean isMarked(Class<? extends Annotation> mark) {
        return resource.getResourceClass().isAnnotationPresent(mark);
    }

    private static Response refusal(Mode mode) {
        return Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "The bridge is in mode %s: %s.".formatted(mode.key(), mode.words()))
                .toBuilder()
                .header(HttpHeaders.RETRY_AFTER, LATER.toSeconds())
                .build();
    }
}
