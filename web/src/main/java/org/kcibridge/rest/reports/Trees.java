package org.kcibridge.rest.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.lists.Item;
import org.kcibridge.rest.lists.ItemResource;
import org.kcibridge.security.Role;

/** {@code /trees}: trees and branches that were reported on, with the newest checkout of each and how it went. */
@Path("/trees")
@ApplicationScoped
public class Trees extends ItemResource {

    public Trees() {
        super(Listing.TREES);
    }

    /** One of them. Errors: 400 when the id cannot be one, 404 when nothing has it. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    public Item get(@PathParam("id") @Pattern(regexp = "[0-9a-f]{32}") String id) {
        return lists.find(listing, id).map(row -> new Item(row.item())).orElseThrow(() -> NotFound.of("tree", id));
    }
}
