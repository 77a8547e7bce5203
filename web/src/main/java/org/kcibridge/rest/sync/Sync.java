package org.kcibridge.rest.sync;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.JobLauncher;
import org.kcibridge.rest.batch.ExecutionAnswers;
import org.kcibridge.security.Role;

/**
 * {@code /sync/…}: sends again what KCIDB has not taken. What waits is sent by itself; this is for whoever does not want to
 * wait, and for what was given up on.
 */
@Path("/sync")
@ApplicationScoped
@RolesAllowed(Role.SUBMITTER)
public class Sync {

    @EJB(lookup = JobLauncher.NAME)
    JobLauncher launcher;

    @Inject
    ExecutionAnswers answers;

    /** Sends builds again that KCIDB has not taken. Answers 204 at once; the job goes on by itself, and is not begun twice. */
    @POST
    @Path("/builds")
    @APIResponse(
            responseCode = "204",
            description = "Begun, or under way; Location names the execution.",
            headers = @Header(name = "Location", ref = "Location"))
    @Operation(summary = "Send builds again that KCIDB has not taken")
    public Response builds() {
        return resubmit("builds");
    }

    /**
     * Sends test results again that KCIDB has not taken. Answers 204 at once; the job goes on by itself, and is not begun
     * twice.
     */
    @POST
    @Path("/results")
    @APIResponse(
            responseCode = "204",
            description = "Begun, or under way; Location names the execution.",
            headers = @Header(name = "Location", ref = "Location"))
    @Operation(summary = "Send results again that KCIDB has not taken")
    public Response results() {
        return resubmit("tests");
    }

    private Response resubmit(String kind) {
        return answers.begun(launcher.start(BatchJob.RESUBMISSION, Map.of("kind", kind)));
    }
}
