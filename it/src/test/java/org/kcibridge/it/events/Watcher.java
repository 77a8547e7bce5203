package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kcibridge.it.container.ApiClient;

/** A client that watches, as any program outside. */
final class Watcher implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private Watcher() {}

    static Watcher open(ApiClient api) {
        return open(api, "/ws/events");
    }

    /** @param headers names and values by turns */
    private static Watcher open(ApiClient api, String path, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (api.token() != null) {
            builder.header("Authorization", "Bearer " + api.token());
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        Watcher watcher = new Watcher();
        URI door = URI.create(api.server().toString().replaceFirst("^http", "ws") + path);
        watcher.socket = builder.buildAsync(door, watcher).join();
        return watcher;
    }

    /** The status that a client gets instead of a session; 101 when it gets one. */
    static int knock(ApiClient api, String path, String... headers) {
        try (Watcher admitted = open(api, path, headers)) {
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    Watcher say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    WebSocket socket() {
        return socket;
    }

    /** @return the event that the first one to be told comes after */
    long subscribe(String channel) {
        say("{\"type\":\"subscribe\",\"channel\":\"%s\"}".formatted(channel));
        return subscribed(channel);
    }

    long subscribe(String channel, long since) {
        say("{\"type\":\"subscribe\",\"channel\":\"%s\",\"since\":%d}".formatted(channel, since));
        return subscribed(channel);
    }

    private long subscribed(String channel) {
        JsonObject answer = hear();
        while (answer.getString("type").equals("event")) {
            answer = hear();
        }
        assertThat(answer.getString("type")).as("the answer %s", answer).isEqualTo("subscribed");
        assertThat(answer.getString("channel")).isEqualTo(channel);
        return answer.getJsonNumber("after").longValueExact();
    }

    /** The next message. */
    JsonObject hear() {
        try {
            JsonObject message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("nothing more is said" + (end.isDone() ? ", the end was " + end.join() : ""));
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it is told, as "channel object state", up to this. */
    List<String> hearUpTo(String last) {
        List<String> told = new ArrayList<>();
        while (!told.contains(last)) {
            JsonObject event = hear();
            assertThat(event.getString("type")).as("after %s: %s", told, event).isEqualTo("event");
            told.add(event.getString("channel") + " " + event.getString("object")
                    + (event.containsKey("state") ? " " + event.getString("state") : ""));
        }
        return told;
    }

    /** Code and reason of the end that the bridge makes of it. */
    String hearEnd() {
        return end.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try (var reader = Json.createReader(new StringReader(text.toString()))) {
                messages.add(reader.readObject());
            }
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        end.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end.complete(error.toString());
    }

    @Override
    public void close() {
        socket.abort();
    }
}
