package org.kcibridge.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbObject;

/**
 * The document in which the results of a run came, which is kept with them.
 *
 * @param name what KCIDB is told it is called
 * @param contentType what it is
 * @param content all of it
 * @param isLog whether it is for people to read, and not only for programs
 */
public record Document(String name, String contentType, byte[] content, boolean isLog) {

    private static final JsonProvider JSON = JsonProvider.provider();

    String sha256() {
        return Sha256.hex(content);
    }

    /** Its address as that of a log, if it is one. */
    Optional<String> asLog(String url) {
        return isLog ? Optional.of(url) : Optional.empty();
    }

    /** Its address as KCIDB resource, if it is no log. */
    JsonArray asOutput(String url) {
        return isLog
                ? JsonValue.EMPTY_JSON_ARRAY
                : JSON.createArrayBuilder()
                        .add(new KcidbObject().put("name", name).put("url", url).build())
                        .build();
    }
}
