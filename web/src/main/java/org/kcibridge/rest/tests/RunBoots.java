package org.kcibridge.rest.tests;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.rest.Preference;
import org.kcibridge.rest.ReportsUnderOurOrigin;
import org.kcibridge.rest.jobs.JobAnswers;
import org.kcibridge.rest.mode.NewWork;
import org.kcibridge.scheduling.TestScheduler;
import org.kcibridge.security.Role;

/** {@code POST /boot-test/run}: has a kernel booted. */
@Path("/boot-test/run")
@NewWork
@ApplicationScoped
public class RunBoots {

    @Inject
    TestScheduler scheduler;

    @Inject
    JobAnswers answers;

    /**
     * Schedules a boot, unless that build has been booted on that device or is about to be.
     *
     * @return as for tests
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @ReportsUnderOurOrigin
    @Operation(summary = "Boot a kernel")
    @APIResponse(responseCode = "204", ref = JobAnswers.LEFT)
    @APIResponse(responseCode = "201", ref = JobAnswers.SHOWN)
    @APIResponse(responseCode = "502", description = "The runner refuses the boot, and says why.")
    public Response run(@NotNull @Valid RunBoot boot, @HeaderParam("Prefer") @DefaultValue("") Preference preference) {
        return answers.scheduled(scheduler.schedule(boot.request()), preference);
    }
}
