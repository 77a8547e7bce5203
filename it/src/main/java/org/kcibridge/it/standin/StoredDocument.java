package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/**
 * A document that KCIDB accepted. Whether it is valid and whether the ingester takes it are two things: innocent documents
 * fail there too.
 *
 * @param id what the submitter was answered, 32 letters and digits
 * @param content any JSON at all, as the real one accepts it
 * @param violations what is wrong with it, one line each; empty for a valid one
 * @param failing whether the script says that it fails, whatever it is
 */
public record StoredDocument(String id, Instant received, JsonValue content, List<String> violations, boolean failing) {

    public StoredDocument {
        violations = List.copyOf(violations);
    }

    /** Whether it keeps to the schema. */
    public boolean valid() {
        return violations.isEmpty();
    }

    /** Whether the ingester will take it; otherwise its status becomes {@code failed}. */
    public boolean good() {
        return valid() && !failing;
    }

    /** The content of a document that is no nonsense. */
    public JsonObject object() {
        return content.asJsonObject();
    }
}
