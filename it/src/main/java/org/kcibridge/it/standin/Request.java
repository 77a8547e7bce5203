package org.kcibridge.it.standin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as a stand-in sees it.
 *
 * @param headers first value of each header, by name in lower case
 * @param body raw bytes, never {@code null}
 */
record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

    String path() {
        return uri.getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> parameter(String name) {
        if (uri.getRawQuery() == null) {
            return Optional.empty();
        }
        Map<String, String> parameters = Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], Request::value, (first, second) -> first));
        return Optional.ofNullable(parameters.get(name));
    }

    private static String value(String[] pair) {
        return pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
    }
}
