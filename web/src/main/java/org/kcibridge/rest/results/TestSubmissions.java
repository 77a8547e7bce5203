package org.kcibridge.rest.results;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.lab.LabReports;
import org.kcibridge.rest.Preference;
import org.kcibridge.rest.ReportsUnderOurOrigin;
import org.kcibridge.results.CaseResult;
import org.kcibridge.security.Role;

/** {@code POST /tests/submit}: takes results from any lab, case by case as JSON, or in the format of the harness. */
@Path("/tests/submit")
@ApplicationScoped
public class TestSubmissions {

    private static final String CONFLICT =
            "A test of the run was handed in before, and otherwise; KCIDB keeps what it got first, so nothing is changed.";

    @Inject
    LabReports reports;

    @Inject
    TakenAnswers answers;

    /**
     * Takes results. The same ones twice change nothing: a test that is known stays as it is.
     *
     * @return 204, with {@code Location} naming the submission to KCIDB if anything was new; with
     *     {@code Prefer: return=representation} what was made: 201, or 200 if nothing was new
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @ReportsUnderOurOrigin
    @Operation(summary = "Hand in results of tests")
    @APIResponse(responseCode = "204", ref = TakenAnswers.TAKEN)
    @APIResponse(responseCode = "200", ref = TakenAnswers.KNOWN)
    @APIResponse(responseCode = "201", ref = TakenAnswers.SHOWN)
    @APIResponse(responseCode = "409", description = CONFLICT)
    public Response submit(
            @NotNull @Valid SubmitTests tests, @HeaderParam("Prefer") @DefaultValue("") Preference preference) {
        return answers.taken(() -> reports.take(tests.run(), tests.cases()), true, preference);
    }

    /** The same for results in the format of a harness, which says nothing of the run: the query does. */
    @POST
    @Path("/document")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @ReportsUnderOurOrigin
    @Operation(summary = "Hand in results of tests as a harness has written them")
    @RequestBody(
            required = true,
            description = "It is kept, and can be read by anybody.",
            content = {
                @Content(mediaType = "text/x-ktap", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/x-tap", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/junit+xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/vnd.lava.results+json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "204", ref = TakenAnswers.TAKEN)
    @APIResponse(responseCode = "200", ref = TakenAnswers.KNOWN)
    @APIResponse(responseCode = "201", ref = TakenAnswers.SHOWN)
    @APIResponse(responseCode = "409", description = CONFLICT)
    @APIResponse(responseCode = "415", description = "Nobody reads this format here; Accept lists those that are read.")
    @APIResponse(responseCode = "422", description = "It is malformed; errors[] says in which line, and why.")
    public Response submitDocument(
            byte[] body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") HarnessFormat format,
            @Valid @BeanParam LabRunParameters parameters,
            @HeaderParam("Prefer") @DefaultValue("") Preference preference)
            throws IOException {
        List<CaseResult> results = format.results().read(new ByteArrayInputStream(body), parameters.suite());
        return answers.taken(() -> reports.take(parameters.run(), results, format.document(body)), false, preference);
    }
}
