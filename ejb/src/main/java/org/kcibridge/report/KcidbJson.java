package org.kcibridge.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/**
 * Makes JSON of foreign origin fit for KCIDB. In the objects of the schema nothing may be null; inside {@code misc}
 * anything goes except what breaks KCIDB's endpoint or database: NULs, halves of surrogate pairs, numbers beyond a double,
 * and nesting. Such values are kept as text wherever that saves them.
 */
public final class KcidbJson {

    /** KCIDB's endpoint refuses documents nested deeper than 128; this leaves plenty for what stands around a value. */
    private static final int DEEPEST = 64;

    /** The schema we check with draws the line here, a little before a double does. */
    public static final double LARGEST = 1e308;

    private static final String FREE = "misc";
    /** Looked up once: {@code Json} searches the class path anew on every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private KcidbJson() {}

    /** A checkout, build, test, issue or incident without nulls (outside misc) and with clean text everywhere. */
    public static JsonObject clean(JsonObject object) {
        return isClean(object, true, 0) ? object : object(object, true, 0);
    }

    /** A value for misc: nulls stay. */
    public static JsonValue cleanFree(JsonValue value) {
        return isClean(value, false, 0) ? value : value(value, false, 0);
    }

    /** Almost everything is clean, and to find that out costs far less than to make it again. */
    private static boolean isClean(JsonValue value, boolean strict, int depth) {
        if (value instanceof JsonString text) {
            return KcidbText.isClean(text.getString());
        }
        if (value instanceof JsonNumber number) {
            return Math.abs(number.doubleValue()) <= LARGEST;
        }
        if (depth == DEEPEST && (value instanceof JsonObject || value instanceof JsonArray)) {
            return false;
        }
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                String name = member.getKey();
                if (!KcidbText.isClean(name)
                        || !isCleanPart(member.getValue(), strict, strict && !name.equals(FREE), depth)) {
                    return false;
                }
            }
        } else if (value instanceof JsonArray array) {
            for (JsonValue item : array) {
                if (!isCleanPart(item, strict, strict, depth)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCleanPart(JsonValue part, boolean strict, boolean strictInside, int depth) {
        return !(strict && part == JsonValue.NULL) && isClean(part, strictInside, depth + 1);
    }

    private static JsonValue value(JsonValue value, boolean strict, int depth) {
        if (value instanceof JsonString text) {
            String clean = KcidbText.clean(text.getString());
            return clean.length() == text.getString().length() ? text : JSON.createValue(clean);
        }
        if (value instanceof JsonNumber number && Math.abs(number.doubleValue()) > LARGEST) {
            return JSON.createValue(number.toString());
        }
        if (depth == DEEPEST && (value instanceof JsonObject || value instanceof JsonArray)) {
            return JSON.createValue(KcidbText.clean(value.toString()));
        }
        if (value instanceof JsonObject object) {
            return object(object, strict, depth);
        }
        return value instanceof JsonArray array ? array(array, strict, depth) : value;
    }

    private static JsonObject object(JsonObject object, boolean strict, int depth) {
        JsonObjectBuilder clean = JSON.createObjectBuilder();
        object.forEach((name, member) -> {
            if (!strict || member != JsonValue.NULL) {
                clean.add(KcidbText.clean(name), value(member, strict && !name.equals(FREE), depth + 1));
            }
        });
        return clean.build();
    }

    private static JsonArray array(JsonArray array, boolean strict, int depth) {
        JsonArrayBuilder clean = JSON.createArrayBuilder();
        for (JsonValue item : array) {
            if (!strict || item != JsonValue.NULL) {
                clean.add(value(item, strict, depth + 1));
            }
        }
        return clean.build();
    }
}
