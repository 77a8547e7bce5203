package org.kcibridge.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What LAVA writes, for tests; results with single quotes for double ones. */
final class Lava {

    private Lava() {}

    static LavaResults results(String json) {
        try {
            return LavaResults.read(stream(json.replace('\'', '"')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<CaseResult> suite(String json, String suite) {
        return results(json).suite(suite);
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonObject object(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
    }

    /** A stream that breaks off after a text. */
    static InputStream broken(String text) {
        return new InputStream() {

            private final InputStream whole = stream(text);

            @Override
            public int read() throws IOException {
                int octet = whole.read();
                if (octet < 0) {
                    throw new IOException("connection reset");
                }
                return octet;
            }
        };
    }
}
