package org.kcibridge.rest.uploads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.ingest.Upload;
import org.kcibridge.ingest.Uploads;
import org.kcibridge.listing.Listing;
import org.kcibridge.report.Kind;
import org.kcibridge.rest.BridgeApi;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.OriginOfCaller;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.security.Role;
import org.kcibridge.settings.BridgeSettings;

/** {@code /uploads}: submissions of others, handed in to be imported. */
@Path("/uploads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadFiles extends ListResource {

    @Inject
    Uploads uploads;

    @Inject
    BridgeSettings settings;

    public UploadFiles() {
        super(Listing.UPLOADS);
    }

    /**
     * Takes a submission to KCIDB, of version 4.0 to 4.5 or 5.0 to 5.3. Whether it is one turns out when it is imported, a
     * second later: then its state says so. Errors: 403 when the token is bound to an origin, and something in it has another.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Hand in a submission to be imported")
    @RequestBody(
            required = true,
            description = "The document, whole; it may have all or some of these lists.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "version",
                                                        type = SchemaType.OBJECT,
                                                        description = "major and minor"),
                                                @SchemaProperty(
                                                        name = "checkouts",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Object.class),
                                                @SchemaProperty(
                                                        name = "builds",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Object.class),
                                                @SchemaProperty(
                                                        name = "tests",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Object.class),
                                                @SchemaProperty(
                                                        name = "issues",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Object.class),
                                                @SchemaProperty(
                                                        name = "incidents",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Object.class)
                                            })))
    @APIResponse(
            responseCode = "202",
            description = "It is kept and will be imported.",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response receive(@NotNull ObjectNode submission, @Context SecurityContext security) {
        for (Kind kind : Kind.values()) {
            submission
                    .path(kind.key())
                    .forEach(object -> OriginOfCaller.require(
                            security, object.path("origin").asText()));
        }
        Upload upload = uploads.receive(submission.toString().getBytes(StandardCharsets.UTF_8));
        return Response.accepted(UploadView.of(upload))
                .location(URI.create(settings.publicUrl() + BridgeApi.PATH + "/uploads/" + upload.id()))
                .build();
    }

    /** Uploads, newest first. */
    @GET
    @RolesAllowed(Role.READER)
    @Operation(summary = "List what was handed in to be imported")
    public Page<UploadView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, UUID::fromString, uploads::all, Upload::id).map(UploadView::of);
    }

    /** One upload. Errors: 400 when the id cannot be one, 404 when nothing has it. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "Show what became of an upload")
    public UploadView get(@PathParam("id") UUID id) {
        return uploads.find(id).map(UploadView::of).orElseThrow(() -> NotFound.of("upload", id));
    }
}
