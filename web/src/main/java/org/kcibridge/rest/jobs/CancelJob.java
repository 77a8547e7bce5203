package org.kcibridge.rest.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Problem;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.security.Role;

/** {@code POST /jobs/{id}/cancel}: ends a job that is not wanted any more. */
@Path("/jobs/{id}/cancel")
@ApplicationScoped
@RolesAllowed(Role.OPERATOR)
public class CancelJob {

    @Inject
    JobLedger ledger;

    /**
     * Notes that the job is to end, and answers. Its runner is told as soon as it can be reached, and what the runner says
     * last is what is reported. Doing this twice changes nothing.
     */
    @POST
    @Operation(summary = "Cancel a job")
    @APIResponse(responseCode = "202", description = "Noted; the job ends soon.")
    @APIResponse(responseCode = "409", description = "The job is over.")
    public Response cancel(@PathParam("id") UUID id) {
        ledger.find(id).orElseThrow(() -> NotFound.of("job", id));
        return ledger.cancel(id)
                ? Response.accepted().build()
                : Problem.of(Response.Status.CONFLICT, "job %s is over".formatted(id))
                        .toResponse();
    }
}
