package org.kcibridge.rest.contract;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.kcibridge.report.Kind;
import org.kcibridge.rest.BridgeApi;

/** How KCIDB's objects look: what resources call a reported object is one of another kind in each of them. */
final class ReportSchemas {

    private ReportSchemas() {}

    static void addTo(OpenAPI api) {
        KcidbDefinitions kcidb = KcidbDefinitions.load();
        for (Kind kind : Kind.values()) {
            Schema object = kcidb.schema(kind.noun());
            // What others reported may lack it; only what we send must not.
            object.removeRequired("start_time");
            object.addRequired("_timestamp");
            api.getComponents().addSchema(name(kind), object);
            String path = BridgeApi.PATH + "/" + kind.key();
            Operation list = api.getPaths().getPathItem(path).getGET();
            describe(list, "List " + kind.key(), page(kind));
            Operation get = api.getPaths().getPathItem(path + "/{id}").getGET();
            describe(get, "Show one of the " + kind.key(), reference(name(kind)));
        }
        api.getComponents().removeSchema("Item");
        api.getComponents().removeSchema("PageItem");
    }

    static void describe(Operation operation, String summary, Schema answer) {
        operation.setSummary(summary);
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .setSchema(answer);
    }

    private static Schema page(Kind kind) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .required(List.of("items", "pagination"))
                .addProperty(
                        "items",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(reference(name(kind))))
                .addProperty("pagination", reference("Pagination"));
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref(schema);
    }

    private static String name(Kind kind) {
        return kind.noun().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.noun().substring(1);
    }
}
