package org.kcibridge.rest.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.security.Role;

/** {@code /jobs}: the work given to runners, and how far it is. */
@Path("/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Jobs extends ListResource {

    @Inject
    JobLedger ledger;

    public Jobs() {
        super(Listing.JOBS);
    }

    /** Jobs, newest first. */
    @GET
    @Operation(summary = "List jobs")
    public Page<JobView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, UUID::fromString, ledger::all, Job::id).map(JobView::of);
    }

    /** One job. Errors: 400 when the id is no UUID, 404 when there is no such job. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a job")
    public JobView get(@PathParam("id") UUID id) {
        return ledger.find(id).map(JobView::of).orElseThrow(() -> NotFound.of("job", id));
    }
}
