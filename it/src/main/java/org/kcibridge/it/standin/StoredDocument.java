package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * A document that KCIDB accepted.
 *
 * @param id what the submitter was answered, 32 letters and digits
 * @param content any JSON at all, as the real one accepts it
 * @param good whether the ingester will take it; otherwise its status becomes {@code failed}
 */
public record StoredDocument(String id, Instant received, JsonValue content, boolean good) {

    /** The content of a document that is no nonsense. */
    public JsonObject object() {
        return content.asJsonObject();
    }
}
