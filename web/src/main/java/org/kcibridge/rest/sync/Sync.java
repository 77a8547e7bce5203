package org.kcibridge.rest.sync;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.batch.JobLauncher;
import org.kcibridge.security.Role;

/**
 * {@code /sync/…}: sends again what KCIDB has not taken. What waits is sent by itself; this is for whoever does not want to
 * wait, and for what was given up on.
 */
@Path("/sync")
@RequestScoped
@RolesAllowed(Role.SUBMITTER)
public class Sync {

    private static final String RESUBMISSION = "kcidb-resubmission";

    @EJB(lookup = JobLauncher.NAME)
    JobLauncher launcher;

    /** Sends builds again that KCIDB has not taken. Answers 204 at once; the job goes on by itself. */
    @POST
    @Path("/builds")
    @APIResponse(responseCode = "204", description = "Begun.")
    @Operation(summary = "Send builds again that KCIDB has not taken")
    public void builds() {
        launcher.start(RESUBMISSION, Map.of());
    }

    /** Sends test results again that KCIDB has not taken. Answers 204 at once; the job goes on by itself. */
    @POST
    @Path("/results")
    @APIResponse(responseCode = "204", description = "Begun.")
    @Operation(summary = "Send results again that KCIDB has not taken")
    public void results() {
        launcher.start(RESUBMISSION, Map.of());
    }
}
