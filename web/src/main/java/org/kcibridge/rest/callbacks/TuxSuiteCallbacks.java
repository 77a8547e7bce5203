package org.kcibridge.rest.callbacks;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.callback.CallbackDoor;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.rest.mode.InEveryMode;
import org.kcibridge.scheduling.Handover;

/** {@code /tuxsuite/callback/…}: where TuxSuite tells how work ended. */
@Path("/tuxsuite/callback")
@InEveryMode
@ApplicationScoped
public class TuxSuiteCallbacks {

    private static final String SIGNATURE_HEADER = "x-tux-payload-signature";

    /** Real ones have a few thousand bytes, and what they say is passed on to KCIDB. */
    private static final int MOST_BYTES = 1024 * 1024;

    @Inject
    CallbackDoor door;

    /**
     * Takes a callback. TuxSuite proves itself by a signature over the body, or by the secret of the job that we gave it
     * along with the work. Once this has answered 204 the callback is safe; what it means is found out afterwards. The
     * same callback twice is the same callback.
     *
     * @param which the path: TuxSuite's kinds do not always come by the path of their name
     * @param job the job, as the callback address names it
     */
    @POST
    @Path("/{which: build|test|boot}")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(summary = "Tell how work ended (for TuxSuite)")
    @APIResponse(responseCode = "204", description = "Kept.")
    @APIResponse(responseCode = "413", description = "It has more than 1 MiB.")
    @APIResponse(responseCode = "401", description = "Neither a valid signature nor the secret of the job.")
    public void receive(
            @PathParam("which") String which,
            @QueryParam("job") UUID job,
            @HeaderParam(SIGNATURE_HEADER) String signature,
            @HeaderParam(Handover.SECRET_HEADER) String secret,
            byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(413, "A callback may have %d bytes at most.".formatted(MOST_BYTES)));
        }
        door.receive("tuxsuite", which, job, signature, secret, body);
    }
}
