package org.kcibridge.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses an {@code Accept} header that says nothing, such as {@code application/json;q=much}: 400. RESTEasy finds out only
 * while it looks for a resource, and takes it for a fault of the server.
 */
@Provider
@PreMatching
public class AcceptedTypes implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes()
                    .forEach(type -> weight(type.getParameters().getOrDefault("q", "1")));
        } catch (RuntimeException unreadable) {
            request.abortWith(
                    ProblemException.badParameter(HttpHeaders.ACCEPT, "must be media types, separated by commas")
                            .problem()
                            .toResponse());
        }
    }

    private static void weight(String text) {
        Float.parseFloat(text);
    }
}
