package org.kcibridge.submission.kcidb;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** KCIDB's REST endpoint. Its answers are JSON that calls itself text/plain, so they are read as text. */
@Path("/")
@Produces(MediaType.WILDCARD)
public interface KcidbApi {

    @POST
    @Path("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    Response submit(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, String document);

    /** Says whether the token is good, and does nothing else. */
    @GET
    @Path("authtest")
    Response authTest(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("status")
    Response status(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("id") String id);
}
