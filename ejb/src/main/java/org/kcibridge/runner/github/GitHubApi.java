package org.kcibridge.runner.github;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** The part of GitHub's REST API that we use. */
@Path("/")
@ClientHeaderParam(name = "X-GitHub-Api-Version", value = "2022-11-28")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface GitHubApi {

    /** Answers 204, and not which run has come of it. */
    @POST
    @Path("repos/{owner}/{repository}/actions/workflows/{file}/dispatches")
    Response dispatch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("owner") String owner,
            @PathParam("repository") String repository,
            @PathParam("file") String file,
            String order);

    /** @param created a time, after {@code >=} */
    @GET
    @Path("repos/{owner}/{repository}/actions/workflows/{file}/runs")
    Response runs(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("owner") String owner,
            @PathParam("repository") String repository,
            @PathParam("file") String file,
            @QueryParam("event") String event,
            @QueryParam("per_page") int size,
            @QueryParam("created") String created,
            @QueryParam("page") int page);

    @POST
    @Path("repos/{owner}/{repository}/actions/runs/{run}/cancel")
    Response cancel(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("owner") String owner,
            @PathParam("repository") String repository,
            @PathParam("run") long run);

    /** A token for what an app may do where it is installed. */
    @POST
    @Path("app/installations/{installation}/access_tokens")
    Response accessToken(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("installation") String installation);
}
