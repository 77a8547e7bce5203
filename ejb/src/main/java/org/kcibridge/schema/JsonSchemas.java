package org.kcibridge.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;

/** Compiles schemas of draft 07. Formats are asserted, which validators do only when told to. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /**
     * A schema that several threads may use at once.
     *
     * @param source opens its text
     */
    public static Schema compile(Supplier<InputStream> source) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
        SchemaRegistry registry =
                SchemaRegistry.withDialect(Dialects.getDraft7(), builder -> builder.schemaRegistryConfig(config));
        try (InputStream text = source.get()) {
            Schema schema = registry.getSchema(text, InputFormat.JSON);
            schema.initializeValidators();
            return schema;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a schema cannot be read", unreadable);
        }
    }
}
