package org.kcibridge.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * A client of an HTTP server that takes as little of the machine as it can: blocking, on connections that are kept, and with
 * nothing that a browser would need.
 */
final class Api implements AutoCloseable {

    private static final int MOST_CLIENTS = 64;

    private final URI url;
    private final Map<String, String> headers;
    private final CloseableHttpClient client;

    /** @param headers of every request */
    Api(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = Map.copyOf(headers);
        var connections = new PoolingHttpClientConnectionManager();
        connections.setMaxTotal(MOST_CLIENTS);
        connections.setDefaultMaxPerRoute(MOST_CLIENTS);
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
    }

    /** An answer. @param location empty where it has none */
    record Answer(int status, String location, String body) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** @throws IllegalStateException when it has another status */
        Answer require(int expected) {
            if (status != expected) {
                throw new IllegalStateException("answered " + status + " and not " + expected + ": " + body);
            }
            return this;
        }
    }

    Answer get(String path) throws IOException {
        return send(new HttpGet(url.resolve(path)), Map.of());
    }

    Answer post(String path, String json) throws IOException {
        return post(path, json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    Answer post(String path, byte[] json, Map<String, String> more) throws IOException {
        var request = new HttpPost(url.resolve(path));
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return send(request, more);
    }

    private Answer send(ClassicHttpRequest request, Map<String, String> more) throws IOException {
        headers.forEach(request::addHeader);
        more.forEach(request::addHeader);
        return client.execute(request, Api::read);
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        Header location = response.getFirstHeader("Location");
        try {
            String body = response.getEntity() == null
                    ? ""
                    : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            return new Answer(response.getCode(), location == null ? "" : location.getValue(), body);
        } catch (org.apache.hc.core5.http.ParseException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
