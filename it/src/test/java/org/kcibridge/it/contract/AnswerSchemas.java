package org.kcibridge.it.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of answers, with one thing added. The contract leaves clients to expect new fields; we want to hear of fields
 * that nobody has described.
 */
final class AnswerSchemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build()));

    private final JsonObject document;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    AnswerSchemas(JsonObject document) {
        this.document = closed(document, false).asJsonObject();
    }

    /** @param pointer where in the document the schema stands */
    List<String> violations(String pointer, String body) {
        return compiled.computeIfAbsent(pointer, this::compile).validate(body, InputFormat.JSON).stream()
                .map(violation -> violation.getInstanceLocation() + ": " + violation.getMessage())
                .toList();
    }

    private Schema compile(String pointer) {
        JsonObject schema = Json.createPointer(pointer).getValue(document).asJsonObject();
        // References lead to the components, which therefore have to be there.
        return REGISTRY.getSchema(
                Json.createObjectBuilder(schema)
                        .add("components", document.getJsonObject("components"))
                        .build()
                        .toString(),
                InputFormat.JSON);
    }

    private static JsonValue closed(JsonValue value, boolean isPart) {
        if (value instanceof JsonObject object) {
            return closed(object, isPart);
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder closed = Json.createArrayBuilder();
            value.asJsonArray().forEach(item -> closed.add(closed(item, isPart)));
            return closed.build();
        }
        return value;
    }

    /** @param isPart whether it is one of several schemas for the same object, none of which knows all its fields */
    private static JsonValue closed(JsonObject object, boolean isPart) {
        JsonObjectBuilder closed = Json.createObjectBuilder();
        object.forEach((name, member) -> closed.add(name, closed(member, name.equals("allOf"))));
        if (object.get("properties") instanceof JsonObject && !object.containsKey("additionalProperties") && !isPart) {
            closed.add("unevaluatedProperties", false);
        }
        return closed.build();
    }
}
