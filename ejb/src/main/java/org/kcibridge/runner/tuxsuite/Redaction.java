package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.regex.Pattern;

/**
 * Keeps out of a public report what must not be in it: how to reach and impersonate us (callback, its headers, tokens),
 * and who ordered the build. It works on names rather than on a list of known fields, so that a field TuxSuite adds
 * tomorrow, {@code plan_callback_headers} say, is caught as well.
 */
final class Redaction {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Pattern CONFIDENTIAL = Pattern.compile(
            "token|callback|secret|passw|credential|authorization|api_?key|private_?key|cookie|e-?mail"
                    + "|\\Auser(name)?\\z",
            Pattern.CASE_INSENSITIVE);
    // Every repetition before the decisive character is bounded: the text is not ours and may be long.
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s/:]+@[^@\\s/:]+\\.[^@\\s/:]+");
    private static final Pattern USER_INFORMATION =
            Pattern.compile("\\b([a-z][a-z0-9+.-]{0,20}://)[^/\\s@'\"]*@", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "([?&][^=&#?\\s]{0,40}(?:token|secret|passw|api_?key)[^=&#?\\s]{0,40}=)[^&#\\s'\"]*",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** Whether a field or variable of this name is nobody's business. */
    static boolean confidential(String name) {
        return CONFIDENTIAL.matcher(name).find();
    }

    /** Text without the passwords that URLs in it may carry. */
    static String text(String text) {
        if (!text.contains("://")) {
            return text;
        }
        String anonymous = USER_INFORMATION.matcher(text).replaceAll("$1");
        return SECRET_PARAMETER.matcher(anonymous).replaceAll("$1");
    }

    /** The object's public part, with everything else it holds unchanged. */
    static JsonObject object(JsonObject object) {
        JsonObjectBuilder open = JSON.createObjectBuilder();
        object.forEach((name, value) -> {
            if (!confidential(name) && !mailAddress(value)) {
                open.add(name, value(value));
            }
        });
        return open.build();
    }

    private static JsonValue value(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object(object);
        }
        if (value instanceof JsonArray list) {
            JsonArrayBuilder open = JSON.createArrayBuilder();
            list.stream()
                    .filter(item -> !mailAddress(item))
                    .map(Redaction::value)
                    .forEach(open::add);
            return open.build();
        }
        return value instanceof JsonString text ? JSON.createValue(text(text.getString())) : value;
    }

    private static boolean mailAddress(JsonValue value) {
        return value instanceof JsonString text
                && text.getString().indexOf('@') >= 0
                && MAIL_ADDRESS.matcher(text.getString()).matches();
    }
}
