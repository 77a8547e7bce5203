package org.kcibridge.rest.contract;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kcibridge.rest.BridgeApi;

/** How items look that the database works out of the report. */
final class DerivedSchemas {

    private DerivedSchemas() {}

    static void addTo(OpenAPI api) {
        Schema counts = object();
        Stream.of("pass", "fail", "error", "miss", "done", "skip", "none")
                .forEach(status -> counts.addProperty(status, whole()).addRequired(status));
        counts.description("How many there are in each status; none of them have no status yet.");
        api.getComponents().addSchema("StatusCounts", counts);

        describe(
                api,
                "trees",
                "Tree",
                "List trees",
                "Show a tree",
                counted(object().addProperty("id", text())
                        .addProperty("origin", text())
                        .addProperty("tree_name", text())
                        .addProperty("git_repository_url", text())
                        .addProperty("git_repository_branch", text())
                        .addProperty(
                                "checkout_id", text().description("The newest checkout; what is counted is of it."))
                        .addProperty("git_commit_hash", text())
                        .addProperty("git_commit_name", text())
                        .addProperty("start_time", time())
                        .required(List.of("id", "origin", "checkout_id"))));
        describe(
                api,
                "hardware",
                "Platform",
                "List platforms that ran tests",
                "Show a platform",
                counted(object().addProperty("id", text())
                        .addProperty("platform", text())
                        .addProperty("origin", text().description("Who ran the tests."))
                        .addProperty("compatible", list(text()))
                        .addProperty("last_seen", time())
                        .addProperty("checkouts", whole())
                        .required(List.of("id", "platform", "origin", "checkouts"))));
        describe(
                api,
                "sightings",
                "Sighting",
                "List where issues were seen",
                null,
                object().addProperty("issue_id", text())
                        .addProperty("incidents", whole())
                        .addProperty("builds", whole())
                        .addProperty("tests", whole())
                        .addProperty("first_seen", time())
                        .addProperty("first_checkout", text())
                        .addProperty("last_seen", time())
                        .addProperty("last_checkout", text())
                        .required(List.of("issue_id", "incidents", "first_seen", "last_seen")));
    }

    private static void describe(OpenAPI api, String path, String name, String list, String get, Schema item) {
        api.getComponents().addSchema(name, item);
        Schema page = object().addProperty(
                        "items", list(OASFactory.createSchema().ref(name)))
                .addProperty("pagination", OASFactory.createSchema().ref("Pagination"))
                .required(List.of("items", "pagination"));
        ReportSchemas.describe(
                api.getPaths().getPathItem(BridgeApi.PATH + "/" + path).getGET(), list, page);
        if (get != null) {
            ReportSchemas.describe(
                    api.getPaths()
                            .getPathItem(BridgeApi.PATH + "/" + path + "/{id}")
                            .getGET(),
                    get,
                    OASFactory.createSchema().ref(name));
        }
    }

    private static Schema counted(Schema item) {
        Stream.of("builds", "boots", "tests").forEach(kind -> item.addProperty(
                        kind, OASFactory.createSchema().ref("StatusCounts"))
                .addRequired(kind));
        return item;
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
    }

    private static Schema list(Schema of) {
        return OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(of);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }

    private static Schema time() {
        return text().format("date-time");
    }

    private static Schema whole() {
        return OASFactory.createSchema().type(List.of(SchemaType.INTEGER)).format("int64");
    }
}
