package org.kcibridge.seed;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kcibridge.report.Status;
import tools.jackson.databind.JsonNode;

/** The files of a dataset, well-formed. */
final class DatasetContent {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonNode files;
    private final Map<Fixtures, List<JsonObject>> objects = new EnumMap<>(Fixtures.class);

    DatasetContent(JsonNode files) {
        this.files = files;
        for (Fixtures which : Fixtures.OBJECTS) {
            List<JsonObject> fixtures = new ArrayList<>();
            files.path(which.key()).forEach(fixture -> fixtures.add(object(fixture)));
            objects.put(which, fixtures);
        }
    }

    private static JsonObject object(JsonNode node) {
        try (var reader = JSON.createReader(new StringReader(node.toString()))) {
            return reader.readObject();
        }
    }

    List<JsonObject> objects(Fixtures which) {
        return objects.get(which);
    }

    Map<String, List<String>> platforms() {
        Map<String, List<String>> platforms = new HashMap<>();
        files.path(Fixtures.PLATFORMS.key()).properties().forEach(platform -> {
            List<String> compatible = new ArrayList<>();
            platform.getValue().forEach(one -> compatible.add(one.asString()));
            platforms.put(platform.getKey(), compatible);
        });
        return platforms;
    }

    /** A table of rules; empty if there is none. */
    Map<String, Status> rules(String table) {
        Map<String, Status> rules = new HashMap<>();
        files.path(Fixtures.RULES.key())
                .path(table)
                .properties()
                .forEach(rule ->
                        rules.put(rule.getKey(), Status.valueOf(rule.getValue().asString())));
        return rules;
    }

    /** All of it, once it is known that everything referred to is there. */
    Dataset dataset(String name) {
        return new Dataset(
                name,
                objects,
                platforms(),
                new StatusRules(rules("builds_by_checkout"), rules("tests_by_build"), rules("tests_by_checkout")));
    }
}
