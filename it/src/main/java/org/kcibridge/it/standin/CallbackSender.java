package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts callbacks the way TuxSuite does: signed over the inner text, with the headers that came with the order. */
final class CallbackSender {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SigningKey key;

    CallbackSender(SigningKey key) {
        this.key = key;
    }

    /** Posts once; the HTTP status, or 0 where nobody answers. */
    int send(JsonObject order, JsonObject payload, BodyEra era, boolean signed) {
        var request = HttpRequest.newBuilder(URI.create(order.getString("callback")))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(era.body(payload)));
        if (order.containsKey("callback_headers")) {
            order.getJsonObject("callback_headers")
                    .forEach((name, value) -> request.header(name, ((JsonString) value).getString()));
        }
        if (signed) {
            request.header(
                    "x-tux-payload-signature", key.sign(payload.toString().getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
