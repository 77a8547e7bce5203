package org.kcibridge.rest.tokens;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.OriginOfCaller;
import org.kcibridge.rest.mode.InEveryMode;
import org.kcibridge.security.Role;
import org.kcibridge.token.Tokens;

/** {@code /tokens}: who may log in. */
@Path("/tokens")
@InEveryMode
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
public class TokenBook {

    private static final int MOST = 500;

    @Inject
    Tokens tokens;

    /** The newest 500 tokens, newest first, those that have ended among them. */
    @GET
    @Operation(summary = "List tokens")
    public List<TokenView> list() {
        return tokens.newest(MOST).stream().map(TokenView::of).toList();
    }

    /**
     * Makes a token. The answer has it; only its hash is kept. Errors: 422 when a field is wrong, with its name; 403 to whoever
     * is bound to an origin, but for tokens that are bound to it as well.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a token")
    @APIResponse(
            responseCode = "201",
            description = "The token, which nobody can ask for again.",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response make(@Valid @NotNull MakeToken request, @Context SecurityContext security) {
        // Whoever is bound must not free himself.
        OriginOfCaller.require(security, request.origin());
        Tokens.Fresh fresh = tokens.make(request.plan());
        return Response.status(Response.Status.CREATED)
                .entity(TokenView.of(fresh.token(), fresh.text()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Ends a token at once, on all nodes. Errors: 400 when the id is no UUID, 404 when there is no such token. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a token")
    @APIResponse(responseCode = "204", description = "Nobody logs in with it any more.")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id).orElseThrow(() -> NotFound.of("token", id));
    }
}
