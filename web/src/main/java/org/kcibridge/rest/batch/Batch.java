package org.kcibridge.rest.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.JobLauncher;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.security.Role;

/** {@code /batch}: the batch jobs, and their executions on all nodes. */
@Path("/batch")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Batch {

    @EJB(lookup = JobLauncher.NAME)
    JobLauncher launcher;

    @Inject
    ExecutionAnswers answers;

    /** The jobs there are, and what one can tell them. */
    @GET
    @Path("/jobs")
    @Operation(summary = "List the batch jobs that can be started")
    public List<JobDescription> jobs() {
        return Stream.of(BatchJob.values()).map(JobDescription::of).toList();
    }

    /**
     * Starts a job. When it runs already with the same parameters, the answer is that execution. Errors: 400 when
     * the name cannot be one, 404 when there is no such job, 422 when a parameter is wrong, with its name.
     */
    @POST
    @Path("/jobs/{id}/start")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Start a batch job")
    @APIResponse(
            responseCode = "201",
            description = "It runs, or will as soon as a thread is free.",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    public Response start(
            @PathParam("id") @Pattern(regexp = "[a-z][a-z-]{0,99}") String id, @Valid @NotNull StartRequest request) {
        BatchJob job = BatchJob.of(id).orElseThrow(() -> NotFound.of("batch job", id));
        requireSound(job.faults(request.parameters()));
        return answers.shown(launcher.start(job, request.parameters()));
    }

    private static void requireSound(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.unprocessable(faults.entrySet().stream()
                    .map(fault -> new FieldError("parameters." + fault.getKey(), fault.getValue()))
                    .toList()));
        }
    }

    /** Executions, newest first. */
    @GET
    @Path("/executions")
    @Operation(summary = "List executions of batch jobs")
    public Page<ExecutionView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only those of this job.") @QueryParam("job") String job) {
        Optional<String> of = Optional.ofNullable(job);
        return Page.of(launcher.newest(of, page.offset(), page.pageSize()), page, launcher.count(of))
                .map(ExecutionView::of);
    }

    /**
     * One execution; while it runs, what it has done so far. Errors: 400 when the id is no number, 404 when there is no such
     * execution.
     */
    @GET
    @Path("/executions/{id}")
    @Operation(summary = "Show an execution")
    public ExecutionView get(@PathParam("id") Long id) {
        return launcher.find(id).map(ExecutionView::of).orElseThrow(() -> NotFound.of("execution", id));
    }

    /** Lets an execution end at its next checkpoint. It can be restarted. */
    @POST
    @Path("/executions/{id}/stop")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Stop an execution")
    @APIResponse(responseCode = "202", description = "It has been told to.")
    @APIResponse(responseCode = "409", description = "It does not run on the node that was asked.")
    public Response stop(@PathParam("id") Long id) {
        launcher.stop(get(id).id());
        return Response.accepted().build();
    }

    /** Lets a job that failed or was stopped go on from where it was, with the parameters it had. */
    @POST
    @Path("/executions/{id}/restart")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Restart an execution")
    @APIResponse(
            responseCode = "201",
            description = "It goes on, as a new execution.",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "409", description = "There is nothing to go on with.")
    public Response restart(@PathParam("id") Long id) {
        return answers.shown(launcher.restart(get(id).id()));
    }
}
