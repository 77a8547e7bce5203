package org.kcibridge.rest.artefacts;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.EOFException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.kcibridge.artefact.Artefact;
import org.kcibridge.artefact.Artefacts;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.security.Role;

/**
 * {@code /artefacts}: logs of tests above all. Whoever has the address of one can read it without logging in, since KCIDB's
 * readers follow {@code log_url} from its pages.
 */
@Path("/artefacts")
@ApplicationScoped
public class ArtefactFiles extends ListResource {

    private static final String ID_RULE = "^[0-9a-f]{64}$";

    private static final Pattern ID = Pattern.compile(ID_RULE);

    public ArtefactFiles() {
        super(Listing.ARTEFACTS);
    }

    /** The list's other addresses are none of an artefact, whatever type is wanted of them. */
    private static final String ARTEFACT = "/{id: (?!counts$|export$)[^/]+}";

    /** It never changes, but an operator may have it forgotten. */
    private static final String CACHING = "public, max-age=86400";

    @Inject
    Artefacts artefacts;

    /** Artefacts, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @Operation(summary = "List artefacts, or those of a test")
    public Page<ArtefactView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, Function.identity(), artefacts::all, Artefact::sha256)
                .map(artefact -> ArtefactView.of(artefact, artefacts.url(artefact.sha256())));
    }

    /**
     * An artefact itself. Errors: 400 when the digest cannot be one, 404 when there is no such artefact.
     *
     * <p>Text is shown, everything else is saved: a page that a lab has written must not run as one of ours.
     */
    @GET
    @Path(ARTEFACT)
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Read an artefact (for everybody)")
    @APIResponse(
            responseCode = "200",
            description = "What it holds: text as it is, anything else to be saved.",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/junit+xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/vnd.lava.results+json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "304", description = "The client has it already.")
    @APIResponse(responseCode = "401", description = "A token came along that is not valid; none is needed.")
    public Response read(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = ID_RULE)) @PathParam("id") String id,
            @Context Request request) {
        Artefact artefact = artefacts.find(digest(id)).orElseThrow(() -> NotFound.of("artefact", id));
        EntityTag tag = new EntityTag(artefact.sha256());
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(content(artefact))
                    .type(artefact.contentType())
                    .tag(tag)
                    .header(HttpHeaders.CONTENT_LENGTH, artefact.bytes())
                    .header(HttpHeaders.CONTENT_DISPOSITION, ArtefactName.disposition(artefact));
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /** Forgets an artefact, because something is in it that should not have been published. Errors: as for reading it. */
    @DELETE
    @Path(ARTEFACT)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Forget an artefact for good")
    @APIResponse(responseCode = "204", description = "It is gone; the address in KCIDB leads nowhere from now on.")
    public void forget(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = ID_RULE)) @PathParam("id") String id) {
        if (!artefacts.delete(digest(id))) {
            throw NotFound.of("artefact", id);
        }
    }

    private StreamingOutput content(Artefact artefact) {
        return out -> {
            for (int part = 0; part < artefact.parts(); part++) {
                out.write(artefacts
                        .part(artefact.sha256(), part)
                        .orElseThrow(() -> new EOFException("artefact " + artefact.sha256() + " was just deleted")));
            }
        };
    }

    private static String digest(String text) {
        if (!ID.matcher(text).matches()) {
            throw ProblemException.badParameter("id", "must be 64 lower-case hexadecimal digits");
        }
        return text;
    }
}
