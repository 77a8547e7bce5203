package org.kcibridge.rest.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.aggregate.Histories;
import org.kcibridge.rest.NotFound;
import org.kcibridge.security.Role;

/** {@code /tests/history}: how a test went from revision to revision. */
@Path("/tests/history")
@ApplicationScoped
public class TestHistories {

    @Inject
    Histories histories;

    /**
     * Results of the same test, in the same configuration, on the same platform, of the same tree, newest first, and what each
     * of them means. Errors: 400 when the id cannot be one or the limit is out of range, 404 when the test, its build or its
     * checkout is not known.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @Operation(summary = "Show the history of a test")
    @APIResponse(
            responseCode = "200",
            description = "Newest first; a test without a path has none.",
            content = @Content(schema = @Schema(implementation = TestHistoryView.class)))
    @APIResponse(responseCode = "404", description = "The test, its build or its checkout is not known.")
    public TestHistoryView get(
            @Parameter(description = "One of the tests.")
                    @QueryParam("test_id")
                    @NotNull @Pattern(regexp = ReportResource.ID_RULE) String testId,
            @Parameter(description = "How many results at most.")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1) @Max(500) int limit) {
        return histories
                .of(testId, limit)
                .map(TestHistoryView::of)
                .orElseThrow(() -> NotFound.of("history of test", testId));
    }
}
