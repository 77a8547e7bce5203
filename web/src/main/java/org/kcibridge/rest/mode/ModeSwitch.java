package org.kcibridge.rest.mode;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kcibridge.mode.Mode;
import org.kcibridge.mode.Modes;
import org.kcibridge.security.Role;

/** {@code /mode}: what the bridge does and what it holds back. */
@Path("/mode")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@InEveryMode
public class ModeSwitch {

    @Inject
    Modes modes;

    /** The mode of all nodes, and who switched it last. */
    @GET
    @Operation(summary = "Show the mode")
    public ModeView get() {
        return ModeView.of(modes.last());
    }

    /**
     * Switches all nodes, until somebody switches them back. {@code drain} takes no new work and finishes what there is;
     * {@code read-only} keeps callbacks and changes nothing else. What a node has begun it finishes.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switch the mode")
    public ModeView set(@Valid @NotNull SwitchMode wanted, @Context SecurityContext caller) {
        modes.set(
                Mode.of(wanted.mode()).orElseThrow(), caller.getUserPrincipal().getName());
        return get();
    }
}
