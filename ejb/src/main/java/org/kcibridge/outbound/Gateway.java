package org.kcibridge.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** How services of the outside are called, whichever they are. */
public final class Gateway {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private Gateway() {}

    /**
     * A client for a service. Whatever status it answers with is an answer, and no exception.
     *
     * @param api what the service can do
     * @param answering how long it may take to answer
     * @param lease how long a node holds the work that the calls are for: time-outs stay well below, or another node would
     *     do the same work meanwhile
     */
    public static <T> T to(URI service, Class<T> api, Duration answering, Duration lease) {
        long share = lease.toMillis() / 4;
        return RestClientBuilder.newBuilder()
                .baseUri(service)
                .connectTimeout(Math.min(CONNECTING.toMillis(), share), TimeUnit.MILLISECONDS)
                .readTimeout(Math.min(answering.toMillis(), share), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .header("User-Agent", "kci-bridge")
                .build(api);
    }
}
