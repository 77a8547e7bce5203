package org.kcibridge.rest.submissions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.security.Role;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Submission;

/** {@code /submissions}: reports on their way to KCIDB. */
@Path("/submissions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Submissions extends ListResource {

    @Inject
    Outbox outbox;

    public Submissions() {
        super(Listing.SUBMISSIONS);
    }

    /** Submissions, newest first, without their documents. */
    @GET
    @Operation(summary = "List submissions")
    public Page<SubmissionView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, UUID::fromString, outbox::all, Submission::id).map(SubmissionView::inList);
    }

    /** One submission with its document. Errors: 400 when the id is no UUID, 404 when there is no such submission. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a submission and its document")
    public SubmissionView get(@PathParam("id") UUID id) {
        return shown(id, SubmissionView::whole);
    }

    /** What of it is sent, or was: a KCIDB document. Errors: 400 when the id is no UUID, 404 when there is no such submission. */
    @GET
    @Path("/{id}/document")
    @Operation(summary = "Show the KCIDB document of a submission")
    @APIResponse(
            responseCode = "200",
            description = "The document, in KCIDB's schema 5.3.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String document(@PathParam("id") UUID id) {
        return shown(id, Submission::document);
    }

    /** Sends a submission that is dead or waits for a retry, as if it had never failed. */
    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Send a submission again")
    @APIResponse(responseCode = "204", description = "It is sent at once.")
    @APIResponse(responseCode = "409", description = "It is neither dead nor does it wait for a retry.")
    public Response retry(@PathParam("id") UUID id) {
        return outbox.driveAgain(List.of(shown(id, Submission::id))) > 0
                ? Response.noContent().build()
                : Problem.of(
                                Response.Status.CONFLICT,
                                "submission %s is neither dead nor does it wait for a retry".formatted(id))
                        .toResponse();
    }

    /** Sends many submissions again; those that are neither dead nor wait for a retry are left alone. */
    @POST
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Send submissions again")
    public Retried retryMany(@Valid @NotNull RetryRequest request) {
        return new Retried(outbox.driveAgain(request.ids()));
    }

    private <T> T shown(UUID id, Function<Submission, T> view) {
        return outbox.find(id).map(view).orElseThrow(() -> NotFound.of("submission", id));
    }
}
