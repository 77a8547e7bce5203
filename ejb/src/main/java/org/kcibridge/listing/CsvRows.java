package org.kcibridge.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Rows as lines of RFC 4180, below a line with the columns' names. */
final class CsvRows implements RowWriter {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Listing listing;
    private final Writer out;
    private final ObjectWriter lines;

    CsvRows(Listing listing, Writer out) {
        this.listing = listing;
        this.out = out;
        CsvSchema.Builder schema = CsvSchema.builder();
        listing.columns().forEach(schema::addColumn);
        CsvMapper csv = CsvMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        this.lines = csv.writer(schema.build().withLineSeparator("\r\n"));
    }

    @Override
    public void begin() throws IOException {
        out.write(String.join(",", listing.columns()) + "\r\n");
    }

    @Override
    public void write(String item) throws IOException {
        JsonNode row = JSON.readTree(item);
        Map<String, String> cells = new LinkedHashMap<>();
        listing.columns().forEach(column -> cells.put(column, cell(row.path(column))));
        out.write(lines.writeValueAsString(cells));
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public void end() {
        // Nothing comes behind the last line.
    }
}
