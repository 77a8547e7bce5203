package org.kcibridge.rest.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kcibridge.submission.kcidb.KcidbSchema;

/**
 * The definitions of the schema that keeps false documents from KCIDB, as schemas of OpenAPI. References are resolved, as
 * no reader gains from a name for "text". That objects have no other members is left out: KCIDB's next version may add some.
 */
final class KcidbDefinitions {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String REFERENCE = "#/definitions/";
    /** Anything goes in them; what they say of a member or two is for us to know. */
    private static final Set<String> FREE = Set.of("misc", "hosted_misc", "platform_misc");

    private final JsonObject definitions;

    private KcidbDefinitions(JsonObject definitions) {
        this.definitions = definitions;
    }

    static KcidbDefinitions load() {
        try (var reader = JSON.createReader(KcidbSchema.source())) {
            return new KcidbDefinitions(reader.readObject().getJsonObject("definitions"));
        }
    }

    /** @param name a definition's, {@code build} for example */
    Schema schema(String name) {
        return FREE.contains(name)
                ? OASFactory.createSchema().addType(SchemaType.OBJECT)
                : schema(definitions.getJsonObject(name));
    }

    private Schema schema(JsonObject definition) {
        if (definition.containsKey("$ref")) {
            return schema(definition.getString("$ref").substring(REFERENCE.length()));
        }
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.valueOf(
                        definition.getString("type", "string").toUpperCase(Locale.ROOT)));
        limit(schema, definition);
        object(definition, "properties").ifPresent(properties -> properties
                .keySet()
                .forEach(member -> schema.addProperty(member, schema(properties.getJsonObject(member)))));
        object(definition, "items").ifPresent(items -> schema.setItems(schema(items)));
        texts(definition, "required", schema::setRequired);
        texts(definition, "enum", words -> schema.setEnumeration(List.copyOf(words)));
        return schema;
    }

    private static void limit(Schema schema, JsonObject definition) {
        schema.setFormat(definition.getString("format", null));
        schema.setPattern(definition.getString("pattern", null));
        if (definition.containsKey("maxLength")) {
            schema.setMaxLength(definition.getInt("maxLength"));
        }
        if (definition.containsKey("minimum")) {
            schema.setMinimum(definition.getJsonNumber("minimum").bigDecimalValue());
            schema.setMaximum(definition.getJsonNumber("maximum").bigDecimalValue());
        }
    }

    private static Optional<JsonObject> object(JsonObject definition, String name) {
        return Optional.ofNullable(definition.getJsonObject(name));
    }

    private static void texts(JsonObject definition, String name, Consumer<List<String>> use) {
        JsonArray texts = definition.getJsonArray(name);
        if (texts != null) {
            use.accept(texts.getValuesAs(JsonString::getString));
        }
    }
}
