package org.kcibridge.it.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain requests against a stand-in. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<String> get(URI uri, String authorization) throws IOException, InterruptedException {
        return CLIENT.send(request(uri, authorization).GET().build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(URI uri, String authorization, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(uri, authorization).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI uri, String authorization) {
        var request = HttpRequest.newBuilder(uri);
        return authorization == null ? request : request.header("Authorization", authorization);
    }
}
