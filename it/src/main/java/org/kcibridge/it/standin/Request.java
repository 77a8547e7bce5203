package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as a stand-in saw it.
 *
 * @param number its place in the order of arrival, which counts on through everything
 * @param arrived when it was complete
 * @param headers first value of each header, by name in lower case
 * @param body raw bytes, never {@code null}
 */
public record Request(int number, Instant arrived, String method, URI uri, Map<String, String> headers, byte[] body) {

    public String path() {
        return uri.getPath();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> parameter(String name) {
        if (uri.getRawQuery() == null) {
            return Optional.empty();
        }
        Map<String, String> parameters = Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], Request::value, (first, second) -> first));
        return Optional.ofNullable(parameters.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON, which it has to be. */
    public JsonStructure json() {
        try (var reader = Json.createReader(new StringReader(text()))) {
            return reader.read();
        }
    }

    Request numbered(int place) {
        return new Request(place, arrived, method, uri, headers, body);
    }

    private static String value(String[] pair) {
        return pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
    }

    /** What was asked, without headers and body, in which secrets may be. */
    @Override
    public String toString() {
        return "#" + number + " " + method + " " + uri;
    }
}
