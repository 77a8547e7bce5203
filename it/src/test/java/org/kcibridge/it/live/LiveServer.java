package org.kcibridge.it.live;

import java.net.URI;
import java.util.Optional;

/**
 * A server that was there before the tests, {@code -Dtest.base.url=https://bridge.example.org}, with a token for it in
 * {@code -Dtest.token} or the environment's {@code TEST_TOKEN}. Tests look at it over HTTP only: they deploy nothing, touch
 * no database, and leave nothing behind.
 */
public final class LiveServer {

    private static final String URL = "test.base.url";

    private LiveServer() {}

    /** Whether there is one; otherwise the tests bring a server of their own. */
    public static boolean isGiven() {
        return url().isPresent();
    }

    /** Its address, without a path. */
    public static Optional<URI> url() {
        return Optional.ofNullable(System.getProperty(URL))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(LiveServer::parse);
    }

    /** {@code null} for none; what is asked of strangers can be tested without. */
    public static String token() {
        String token = System.getProperty("test.token", System.getenv("TEST_TOKEN"));
        return token == null || token.isBlank() ? null : token.strip();
    }

    private static URI parse(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(URL + " must be an http or https URL, but is " + text);
        }
        if (!String.valueOf(url.getPath()).matches("/?")) {
            throw new IllegalArgumentException(URL + " must be without a path, but is " + text);
        }
        return url;
    }
}
