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

/** {@code POST /tests/run}: has a kernel tested. */
@Path("/tests/run")
@NewWork
@ApplicationScoped
public class RunTests {

    @Inject
    TestScheduler scheduler;

    @Inject
    JobAnswers answers;

    /**
     * Schedules those of the tests that have not been run for that build on that device, and are not under way. A runner
     * that cannot be reached is no error: the job is kept and handed over as soon as it can be.
     *
     * @return 204, with {@code Location} naming the job unless nothing was left to do; with
     *     {@code Prefer: return=representation} 201 and the job
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @ReportsUnderOurOrigin
    @Operation(summary = "Test a kernel")
    @APIResponse(responseCode = "204", ref = JobAnswers.LEFT)
    @APIResponse(responseCode = "201", ref = JobAnswers.SHOWN)
    @APIResponse(responseCode = "502", description = "The runner refuses the tests, and says why.")
    public Response run(@NotNull @Valid RunTest test, @HeaderParam("Prefer") @DefaultValue("") Preference preference) {
        return answers.scheduled(scheduler.schedule(test.request()), preference);
    }
}
