package org.kcibridge.rest.contract;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kcibridge.rest.BridgeApi;

/** Completes what the server has found out about the resources by itself. */
public class Contract implements OASFilter {

    /** Declared by {@link org.kcibridge.rest.BridgeApi}; a token may come in any of them. */
    private static final List<String> SCHEMES = List.of("bearer", "basic");

    /** How Bean Validation's {@code NotBlank} is expressed; it means "somewhere", where other patterns mean all. */
    private static final String NOT_BLANK = "\\S";

    /** A pattern of Bean Validation has to match all of the text, and one of JSON Schema any part of it. */
    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(" + pattern + ")$");
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Stream.of(UsualError.values())
                .forEach(error -> api.getComponents().addResponse(error.component(), error.response()));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    complete(operation);
                    operation.setTags(List.of(group(path)));
                }));
        ReportSchemas.addTo(api);
        EnumSchemas.addTo(api);
        ListParameters.addTo(api);
        DerivedSchemas.addTo(api);
    }

    /** What people look for operations by. */
    private static String group(String path) {
        return path.substring(BridgeApi.PATH.length() + 1).split("/")[0];
    }

    private static void complete(Operation operation) {
        Endpoint endpoint = Endpoint.of(operation.getOperationId());
        operation.setOperationId(endpoint.name());
        endpoint.role()
                .ifPresent(role -> SCHEMES.forEach(scheme -> operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(scheme, List.of(role)))));
        operation.getResponses().getAPIResponses().forEach(Contract::describe);
        UsualError.of(endpoint)
                .filter(error -> !operation.getResponses().hasAPIResponse(error.status()))
                .forEach(error -> operation.getResponses().addAPIResponse(error.status(), error.reference()));
    }

    private static void describe(String status, APIResponse response) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            response.setContent(UsualError.problem());
        }
    }
}
