package org.kcibridge.it.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain requests against a stand-in. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<String> get(URI uri, String authorization) throws IOException, InterruptedException {
        return CLIENT.send(request(uri, authorization, PATIENCE).GET().build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(URI uri, String authorization, String body)
            throws IOException, InterruptedException {
        return post(uri, authorization, body, PATIENCE);
    }

    static HttpResponse<String> post(URI uri, String authorization, String body, Duration patience)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(uri, authorization, patience)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI uri, String authorization, Duration patience) {
        var request = HttpRequest.newBuilder(uri).timeout(patience);
        return authorization == null ? request : request.header("Authorization", authorization);
    }
}
