package org.kcibridge.rest.builds;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.Preference;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.rest.ReportsUnderOurOrigin;
import org.kcibridge.rest.jobs.JobAnswers;
import org.kcibridge.rest.mode.NewWork;
import org.kcibridge.scheduling.BuildRequest;
import org.kcibridge.scheduling.BuildScheduler;
import org.kcibridge.security.Role;

/** {@code POST /builds/run}: has a kernel built. */
@Path("/builds/run")
@NewWork
@ApplicationScoped
public class RunBuilds {

    @Inject
    BuildScheduler scheduler;

    @Inject
    RepositoryOfTree repositories;

    @Inject
    JobAnswers answers;

    /**
     * Schedules a build. An equal request while the build is under way joins it and names the same job. A runner that
     * cannot be reached is no error: the job is kept and handed over as soon as it can be.
     *
     * @return 204 with {@code Location} naming the job; with {@code Prefer: return=representation} 201 and the job
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @ReportsUnderOurOrigin
    @Operation(summary = "Build a kernel")
    @APIResponse(responseCode = "204", ref = JobAnswers.TAKEN)
    @APIResponse(responseCode = "201", ref = JobAnswers.SHOWN)
    @APIResponse(responseCode = "502", description = "The runner refuses the build, and says why.")
    public Response run(
            @NotNull @Valid RunBuild build, @HeaderParam("Prefer") @DefaultValue("") Preference preference) {
        return answers.scheduled(scheduler.schedule(request(build)), preference);
    }

    private BuildRequest request(RunBuild build) {
        if (build.kconfig() == null && build.fragments().isEmpty()) {
            throw new ProblemException(Problem.unprocessable(
                    List.of(new FieldError("kconfig", "must be given, or at least one of fragments"))));
        }
        return new BuildRequest(
                build.runner(),
                repositories.find(build.tree()),
                build.branch(),
                build.gitSha(),
                build.architecture(),
                build.toolchain(),
                build.kconfig(),
                build.fragments(),
                build.targets(),
                build.makeVariables());
    }
}
