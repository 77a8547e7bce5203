package org.kcibridge.it.standin;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stand-in answers, from its own rules or by a test's order.
 *
 * @param status HTTP status, 0 to close the connection without a word
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonValue body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), bytes(body.toString()));
    }

    public static Answer text(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), bytes(body));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** The connection ends before the status line, as when a server dies or a proxy gives up. */
    public static Answer hangUp() {
        return empty(0);
    }

    /** A 503 that names the time to come back, in whole seconds as HTTP wants it. */
    public static Answer unavailable(Duration retryAfter) {
        return text(503, "Service Unavailable").with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
