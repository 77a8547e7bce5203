package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The two shapes TuxSuite's callbacks have had; the signature always covers the inner text. */
public enum BodyEra {
    /** The body is the JSON object. */
    OBJECT {
        @Override
        String body(JsonObject payload) {
            return payload.toString();
        }
    },

    /** The body is a JSON string, and its text is the JSON object. */
    STRING {
        @Override
        String body(JsonObject payload) {
            return Json.createValue(payload.toString()).toString();
        }
    };

    abstract String body(JsonObject payload);
}
