package org.kcibridge.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A request and its answer, whatever that is. All tests share one client, which keeps connections open. */
public final class Exchange {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Exchange() {}

    /** The answer as text. @throws UncheckedIOException where there is none */
    public static HttpResponse<String> of(HttpRequest request) {
        return of(request, BodyHandlers.ofString());
    }

    /** The answer, its body as the handler makes it. @throws UncheckedIOException where there is none */
    public static <T> HttpResponse<T> of(HttpRequest request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
