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

/** {@code POST /jobs/{id}/release}: lets tests be run again. */
@Path("/jobs/{id}/release")
@ApplicationScoped
@RolesAllowed(Role.OPERATOR)
public class ReleaseJob {

    @Inject
    JobLedger ledger;

    /**
     * Gives back what a job has claimed that is over: whoever asks for its tests next has them run again. What was reported
     * stays.
     */
    @POST
    @Operation(summary = "Let the tests of a job be run again")
    @APIResponse(responseCode = "204", description = "Its tests can be asked for again.")
    @APIResponse(responseCode = "409", description = "The job is under way.")
    public Response release(@PathParam("id") UUID id) {
        ledger.find(id).orElseThrow(() -> NotFound.of("job", id));
        return ledger.release(id)
                ? Response.noContent().build()
                : Problem.of(Response.Status.CONFLICT, "job %s is under way".formatted(id))
                        .toResponse();
    }
}
