package org.kcibridge.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A request and its answer, whatever that is. All tests share one client, which keeps connections open. */
public final class Exchange {

    /** An answer that takes longer will not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Exchange() {}

    /** The answer as text. @throws UncheckedIOException where there is none */
    public static HttpResponse<String> of(HttpRequest request) {
        return of(request, BodyHandlers.ofString());
    }

    /** The answer, its body as the handler makes it. @throws UncheckedIOException where there is none */
    public static <T> HttpResponse<T> of(HttpRequest request, BodyHandler<T> body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(request.timeout().orElse(PATIENCE))
                            .build(),
                    body);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
