package org.kcibridge.rest.callbacks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.callback.CallbackArchive;
import org.kcibridge.callback.CallbackEntry;
import org.kcibridge.callback.CallbackInbox;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.lists.ListResource;
import org.kcibridge.security.Role;

/** {@code /callbacks}: what runners told us, and what became of it. */
@Path("/callbacks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Callbacks extends ListResource {

    @Inject
    CallbackArchive archive;

    @Inject
    CallbackInbox inbox;

    public Callbacks() {
        super(Listing.CALLBACKS);
    }

    /** Callbacks, newest first, without their bodies. */
    @GET
    @Operation(summary = "List callbacks")
    public Page<CallbackView> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return page(page, uri, Long::valueOf, archive::all, CallbackEntry::id).map(CallbackView::of);
    }

    /** One callback. Errors: 400 when the id is no number, 404 when there is no such callback. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a callback")
    public CallbackView get(@PathParam("id") Long id) {
        return CallbackView.of(entry(id));
    }

    /** What the runner sent, whatever it is; only secrets of ours that it repeats are made unreadable. */
    @GET
    @Path("/{id}/body")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Show what a runner sent")
    public byte[] body(@PathParam("id") Long id) {
        return archive.body(entry(id).id()).orElseThrow(() -> NotFound.of("callback", id));
    }

    /** Has a callback tried again that was put into quarantine, after whatever kept us from reading it was mended. */
    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Try a callback again")
    @APIResponse(responseCode = "204", description = "It will be tried again at once.")
    @APIResponse(responseCode = "409", description = "It is not in quarantine.")
    public Response retry(@PathParam("id") Long id) {
        CallbackEntry entry = entry(id);
        return inbox.retry(entry.id())
                ? Response.noContent().build()
                : Problem.of(Response.Status.CONFLICT, "callback %s is not in quarantine".formatted(id))
                        .toResponse();
    }

    private CallbackEntry entry(Long id) {
        return archive.find(id).orElseThrow(() -> NotFound.of("callback", id));
    }
}
