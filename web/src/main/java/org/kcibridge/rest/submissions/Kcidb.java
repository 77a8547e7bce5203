package org.kcibridge.rest.submissions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kcibridge.security.Role;
import org.kcibridge.submission.KcidbGateway;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Reachability;

/** {@code /kcidb}: whether reports get through, and how many wait. */
@Path("/kcidb")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Kcidb {

    @Inject
    Reachability reachability;

    @Inject
    KcidbGateway gateway;

    @Inject
    Outbox outbox;

    /** How delivery to KCIDB goes. */
    @GET
    @Operation(summary = "Show how delivery to KCIDB goes")
    public KcidbView get() {
        return KcidbView.of(reachability.kcidb(), gateway.isDryRun(), outbox.backlog());
    }
}
