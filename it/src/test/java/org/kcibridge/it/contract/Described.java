package org.kcibridge.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * An answer as the contract describes it.
 *
 * @param pointer where it stands in the document
 */
record Described(String pointer, JsonObject definition) {

    List<String> faults(Answer answer, AnswerSchemas schemas) {
        JsonObject content = definition.getJsonObject("content");
        if (content == null) {
            return answer.body().isEmpty() ? List.of() : List.of("no body is described");
        }
        String type = answer.mediaType();
        if (!content.containsKey(type)) {
            return List.of("the body is " + type + " instead of " + String.join(" or ", content.keySet()));
        }
        // What is not JSON is whatever it is.
        return answer.isHead() || !type.endsWith("json")
                ? List.of()
                : schemas.violations(pointer + "/content/" + Json.encodePointer(type) + "/schema", answer.body());
    }
}
