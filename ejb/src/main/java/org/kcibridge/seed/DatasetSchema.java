package org.kcibridge.seed;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.kcibridge.schema.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files of a dataset have to look like. */
final class DatasetSchema {

    private static final Schema SCHEMA = JsonSchemas.compile(source());

    private final JsonNode files;

    /** @param files the content of each file under its name */
    DatasetSchema(JsonNode files) {
        this.files = files;
    }

    private static JsonNode source() {
        try (InputStream resource = DatasetSchema.class.getResourceAsStream("dataset-schema.json")) {
            return new JsonMapper().readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line for each mistake: file, id, field, and what is wrong. */
    List<String> faults() {
        return SCHEMA.validate(files).stream().map(this::line).distinct().toList();
    }

    private String line(Error fault) {
        NodePath where = fault.getInstanceLocation();
        StringBuilder line = new StringBuilder(where.getElement(0) + ".yaml: ");
        int field = 1;
        JsonNode content = files.path(String.valueOf(where.getElement(0)));
        if (content.isArray() && where.getNameCount() > 1) {
            int place = ((Number) where.getElement(1)).intValue();
            line.append(content.path(place).path("id").asString("number " + (place + 1)))
                    .append(": ");
            field = 2;
        }
        for (int i = field; i < where.getNameCount(); i++) {
            line.append(where.getElement(i)).append(i + 1 < where.getNameCount() ? "." : ": ");
        }
        if (fault.getProperty() != null && fault.getKeyword().matches("required|additionalProperties")) {
            line.append(fault.getProperty())
                    .append(fault.getKeyword().equals("required") ? ": is missing" : ": is not known");
            return line.toString();
        }
        return line.append(fault.getMessage()).toString();
    }
}
