package org.kcibridge.rest.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.lists.Item;
import org.kcibridge.rest.lists.ItemResource;
import org.kcibridge.security.Role;

/** {@code /hardware}: platforms that ran tests, by the origin of these, and how those went. */
@Path("/hardware")
@ApplicationScoped
public class Hardware extends ItemResource {

    public Hardware() {
        super(Listing.HARDWARE);
    }

    /** One of them: its id is the origin, a colon and the platform. Errors: 400 when the id cannot be one, 404 when nothing has it. */
    @GET
    @Path("/{id: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    public Item get(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = ReportResource.ID_RULE))
                    @PathParam("id")
                    @Pattern(regexp = ReportResource.ID_RULE, flags = Pattern.Flag.DOTALL) String id) {
        return lists.find(listing, id).map(row -> new Item(row.item())).orElseThrow(() -> NotFound.of("platform", id));
    }
}
