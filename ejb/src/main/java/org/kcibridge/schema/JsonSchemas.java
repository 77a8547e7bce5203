package org.kcibridge.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Compiles schemas of draft 07. Formats are asserted, which validators do only when told to. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /**
     * A schema that several threads may use at once.
     *
     * @param source its text
     */
    public static Schema compile(JsonNode source) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
        SchemaRegistry registry =
                SchemaRegistry.withDialect(Dialects.getDraft7(), builder -> builder.schemaRegistryConfig(config));
        Schema schema = registry.getSchema(source);
        schema.initializeValidators();
        return schema;
    }
}
