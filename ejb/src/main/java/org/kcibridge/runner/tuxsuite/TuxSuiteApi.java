package org.kcibridge.runner.tuxsuite;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The part of TuxSuite's REST API that we use. Bodies stay text: what an error carries is not always JSON. */
@Path("/v1/groups/{group}/projects/{project}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TuxSuiteApi {

    @POST
    @Path("/builds")
    Response build(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("group") String group,
            @PathParam("project") String project,
            String orders);

    @POST
    @Path("/tests")
    Response test(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("group") String group,
            @PathParam("project") String project,
            String order);

    /** @param work {@code builds} or {@code tests} */
    @GET
    @Path("/{work}/{uid}")
    Response status(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("group") String group,
            @PathParam("project") String project,
            @PathParam("work") String work,
            @PathParam("uid") String uid);

    /** @param work {@code builds} or {@code tests} */
    @POST
    @Path("/{work}/{uid}/cancel")
    Response cancel(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("group") String group,
            @PathParam("project") String project,
            @PathParam("work") String work,
            @PathParam("uid") String uid);

    /** The public keys of the project, with whose private halves TuxSuite signs callbacks. */
    @GET
    @Path("/keys")
    Response keys(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("group") String group,
            @PathParam("project") String project);
}
