package org.kcibridge.rest.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.kcibridge.listing.Listing;
import org.kcibridge.report.Kind;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.rest.lists.Item;
import org.kcibridge.rest.lists.ItemResource;
import org.kcibridge.security.Role;

/** What the paths of all kinds have in common: {@code /builds} lists builds, {@code /builds/{id}} shows one. */
public abstract class ReportResource extends ItemResource {

    /** KCIDB's rule for ids: an origin, a colon, anything. */
    static final String ID_RULE = "^[a-z0-9_]+:[^\\x00]*$";

    private static final Pattern ID = Pattern.compile(ID_RULE, Pattern.DOTALL);

    private final Kind kind;

    ReportResource(Kind kind) {
        super(Listing.of(kind));
        this.kind = kind;
    }

    /** One object. Errors: 400 when the id cannot be one, 404 when nothing has it. */
    @GET
    @Path("/{id: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @ValidateOnExecution(type = ExecutableType.NONE)
    public Item get(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = ID_RULE)) @PathParam("id") String id) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.badParameter("id", "must be an origin, a colon and the origin's own id");
        }
        return lists.find(listing, id).map(row -> new Item(row.item())).orElseThrow(() -> NotFound.of(kind.noun(), id));
    }
}
