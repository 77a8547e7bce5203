package org.kcibridge.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.kcibridge.rest.jobs.JobAnswers;
import org.kcibridge.rest.jobs.JobView;
import org.kcibridge.rest.results.TakenAnswers;
import org.kcibridge.rest.results.TakenView;

/** The root of the REST API. Who may call what is said on the resources; that one must be logged in, in web.xml. */
@ApplicationPath(BridgeApi.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "KCI Bridge",
                        version = "1",
                        description = "Takes kernel builds and tests, has them run, and delivers the results to KCIDB. "
                                + "Each operation names the errors it may answer; besides, there are 500 where the bridge is at "
                                + "fault, 503 while it starts, and 405 for a method that a path does not know.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        externalDocs =
                @ExternalDocumentation(
                        description = "How errors are answered",
                        url = "https://www.rfc-editor.org/rfc/rfc9457"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = JobAnswers.TAKEN,
                                    description = "Taken, or already under way; Location names the job.",
                                    headers = @Header(name = "Location", ref = "Location")),
                            @APIResponse(
                                    name = JobAnswers.LEFT,
                                    description =
                                            "Taken; Location names the job that does what was left to do, if anything was.",
                                    headers = @Header(name = "Location", ref = "Location")),
                            @APIResponse(
                                    name = JobAnswers.SHOWN,
                                    description = "The same, and the job, for Prefer: return=representation.",
                                    headers = {
                                        @Header(name = "Location", ref = "Location"),
                                        @Header(
                                                name = Preference.APPLIED,
                                                schema = @Schema(implementation = String.class))
                                    },
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = JobView.class))),
                            @APIResponse(
                                    name = TakenAnswers.TAKEN,
                                    description = "Taken; Location names the submission to KCIDB, if anything was new.",
                                    headers = @Header(name = "Location", ref = "Location")),
                            @APIResponse(
                                    name = TakenAnswers.SHOWN,
                                    description = "The same, and what was made, for Prefer: return=representation.",
                                    headers = @Header(name = "Location", ref = "Location"),
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = TakenView.class))),
                            @APIResponse(
                                    name = TakenAnswers.KNOWN,
                                    description = "The same where nothing was new.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = TakenView.class)))
                        },
                        headers =
                                @Header(
                                        name = "Location",
                                        description = "Where the job is, or the submission.",
                                        schema = @Schema(type = SchemaType.STRING, format = "uri"))))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API token.")
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "An API token as the password, with any user name, as in https://ci:token@host/.")
public class BridgeApi extends Application {

    /** Where the API begins. */
    public static final String PATH = "/api/v1";
}
