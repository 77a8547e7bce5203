package org.kcibridge.rest.submissions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.security.Role;
import org.kcibridge.submission.Outbox;

/** {@code /submissions}: reports on their way to KCIDB. */
@Path("/submissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Submissions {

    @Inject
    Outbox outbox;

    /** Submissions, newest first, without their documents. */
    @GET
    @Operation(summary = "List submissions")
    public Page<SubmissionView> list(@BeanParam PageRequest page) {
        return Page.of(outbox.newest(page.offset(), page.pageSize()), page, outbox.count())
                .map(SubmissionView::inList);
    }

    /** One submission with its document. Errors: 400 when the id is no UUID, 404 when there is no such submission. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a submission and its document")
    public SubmissionView get(@PathParam("id") UUID id) {
        return outbox.find(id).map(SubmissionView::whole).orElseThrow(() -> NotFound.of("submission", id));
    }
}
