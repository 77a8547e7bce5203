package org.kcibridge.rest.submissions;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.security.Role;
import org.kcibridge.submission.Delivery;
import org.kcibridge.submission.DeliveryRecords;

/** {@code /deliveries}: what was posted to KCIDB, and what came back. */
@Path("/deliveries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Deliveries extends ListResource {

    @Inject
    DeliveryRecords records;

    public Deliveries() {
        super(Listing.DELIVERIES);
    }

    /** Deliveries, newest first. */
    @GET
    @Operation(summary = "List deliveries, or those of a submission")
    public Page<DeliveryView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, Long::valueOf, records::all, Delivery::id).map(DeliveryView::of);
    }

    /** One delivery. Errors: 400 when the id is no number, 404 when there is no such delivery. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a delivery")
    public DeliveryView get(@PathParam("id") Long id) {
        return records.find(id).map(DeliveryView::of).orElseThrow(() -> NotFound.of("delivery", id));
    }

    /**
     * What was posted, to the byte. Errors: 400 when the id is no number, 404 when there is no such delivery, or when what it
     * posted is not kept any more.
     */
    @GET
    @Path("/{id}/document")
    @Operation(summary = "Show what was posted")
    @APIResponse(
            responseCode = "200",
            description = "The document, in KCIDB's schema 5.3.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String document(@PathParam("id") Long id) {
        return records.document(id).orElseThrow(() -> NotFound.of("document of delivery", id));
    }
}
