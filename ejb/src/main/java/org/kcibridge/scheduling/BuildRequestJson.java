package org.kcibridge.scheduling;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A build request as the job keeps it. The same request is always written the same way. */
final class BuildRequestJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private BuildRequestJson() {}

    static JsonObject write(BuildRequest request) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("runner", request.runner())
                .add("repository", request.repository())
                .add("branch", request.branch())
                .add("architecture", request.architecture())
                .add("toolchain", request.toolchain())
                .add("fragments", array(request.fragments()))
                .add("targets", array(request.targets()));
        if (request.commit() != null) {
            json.add("commit", request.commit());
        }
        if (request.kconfig() != null) {
            json.add("kconfig", request.kconfig());
        }
        JsonObjectBuilder variables = JSON.createObjectBuilder();
        request.makeVariables().forEach(variables::add);
        return json.add("make_variables", variables).build();
    }

    static BuildRequest read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new BuildRequest(
                    json.getString("runner"),
                    json.getString("repository"),
                    json.getString("branch"),
                    json.getString("commit", null),
                    json.getString("architecture"),
                    json.getString("toolchain"),
                    json.getString("kconfig", null),
                    strings(json.getJsonArray("fragments")),
                    strings(json.getJsonArray("targets")),
                    variables(json.getJsonObject("make_variables")));
        }
    }

    private static JsonArray array(List<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static Map<String, String> variables(JsonObject json) {
        Map<String, String> variables = new LinkedHashMap<>();
        json.keySet().forEach(name -> variables.put(name, json.getString(name)));
        return variables;
    }
}
