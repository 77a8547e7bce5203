package org.kcibridge.rest.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kcibridge.report.Kind;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.security.Role;

/** {@code /builds}: builds as they were reported. */
@Path("/builds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
public class Builds {

    @Inject
    ReportedObjects objects;

    /** Builds, newest first. */
    @GET
    @Operation(summary = "List builds")
    public Page<ReportedObject> list(@BeanParam PageRequest page) {
        return objects.page(Kind.BUILDS, page);
    }

    /** One build. Errors: 400 when the id cannot be one, 404 when there is no such build. */
    @GET
    @Path("/{id: .+}")
    @Operation(summary = "Show a build")
    public ReportedObject get(@PathParam("id") String id) {
        return objects.object(Kind.BUILDS, "build", id);
    }
}
