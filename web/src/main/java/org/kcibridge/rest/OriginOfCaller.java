package org.kcibridge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import org.kcibridge.security.Caller;
import org.kcibridge.settings.BridgeSettings;

/** Keeps callers to the origin that their token is bound to. */
@Provider
@ReportsUnderOurOrigin
public class OriginOfCaller implements ContainerRequestFilter {

    @Inject
    BridgeSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        require(request.getSecurityContext(), settings.origin());
    }

    /**
     * @param origin {@code null} for all of them
     * @throws ProblemException when the caller may not hand in what is reported under this origin
     */
    public static void require(SecurityContext security, String origin) {
        if (security.getUserPrincipal() instanceof Caller caller && !caller.mayReportFor(origin)) {
            throw new ProblemException(Problem.of(
                    Response.Status.FORBIDDEN,
                    "This token is for the origin %s only, and this is for %s."
                            .formatted(caller.origin().orElseThrow(), origin == null ? "all" : origin)));
        }
    }
}
