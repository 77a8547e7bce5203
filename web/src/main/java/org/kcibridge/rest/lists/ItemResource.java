package org.kcibridge.rest.lists;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.security.Role;

/** A list whose items the database makes, under its own names. */
public abstract class ItemResource extends ListResource {

    protected ItemResource(Listing listing) {
        super(listing);
    }

    /** The items that fit the filters, a page of them. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @ValidateOnExecution(type = ExecutableType.NONE)
    public Page<Item> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri).map(row -> new Item(row.item()));
    }
}
