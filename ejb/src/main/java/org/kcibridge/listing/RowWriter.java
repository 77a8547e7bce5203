package org.kcibridge.listing;

import java.io.IOException;
import java.io.Writer;

/** Writes rows, one after the other, in some form. */
interface RowWriter {

    static RowWriter of(ExportFormat format, Listing listing, Writer out) {
        return switch (format) {
            case CSV -> new CsvRows(listing, out);
            case JSON -> new JsonRows("[", "]", out);
            case KCIDB ->
                new JsonRows("{\"version\":{\"major\":5,\"minor\":3},\"%s\":[".formatted(listing.path()), "]}", out);
        };
    }

    void begin() throws IOException;

    /** @param item a JSON object */
    void write(String item) throws IOException;

    void end() throws IOException;
}
