package org.kcibridge.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.kcibridge.log.OneLine;

/** Fetches a file, hop by hop, each of which has to be allowed. */
final class Fetcher implements Downloads {

    private static final int MOST_REDIRECTS = 5;

    /** Stores say 403 of what they do not have, so as not to tell who may not list it. */
    private static final Set<Integer> MISSING = Set.of(403, 404, 410);

    private final Destinations destinations;
    private final CloseableHttpClient client;
    private final DownloadFolder folder;
    private final ScheduledExecutorService watch;

    Fetcher(
            Destinations destinations,
            CloseableHttpClient client,
            DownloadFolder folder,
            ScheduledExecutorService watch) {
        this.destinations = destinations;
        this.client = client;
        this.folder = folder;
        this.watch = watch;
    }

    @Override
    public Download fetch(String address, DownloadLimits limits) {
        try (Deadline deadline = new Deadline(watch, limits.time())) {
            try {
                return follow(destinations.check(address), limits, deadline);
            } catch (NotFollowed | TooLarge never) {
                return new Download.Refused("not fetched: " + OneLine.of(never.getMessage()));
            } catch (IOException | RuntimeException trouble) {
                return new Download.Unavailable(
                        deadline.hasPassed()
                                ? "not fetched within " + limits.time()
                                : "not fetched: " + OneLine.of(trouble.toString()));
            }
        }
    }

    private Download follow(URI from, DownloadLimits limits, Deadline deadline) throws IOException {
        URI here = from;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpGet request = deadline.guard(new HttpGet(here));
            request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                Optional<URI> next = next(here, response);
                if (next.isEmpty()) {
                    return file(response, here.getHost(), limits);
                }
                here = next.get();
            } finally {
                // Closing the response instead would read on to its end, which may never come.
                request.cancel();
            }
        }
        throw new NotFollowed("it leads on and on");
    }

    /** Where the server sends us instead; a step to anywhere must be allowed as if it had been the first. */
    private Optional<URI> next(URI here, ClassicHttpResponse response) throws NotFollowed {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (response.getCode() / 100 != 3 || location == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    destinations.check(here.resolve(location.getValue()).toString()));
        } catch (IllegalArgumentException malformed) {
            throw new NotFollowed("it leads on to what is not an address");
        }
    }

    private Download file(ClassicHttpResponse response, String host, DownloadLimits limits) throws IOException {
        if (response.getCode() != 200) {
            String reason = "not fetched: %s answered %d".formatted(host, response.getCode());
            return MISSING.contains(response.getCode())
                    ? new Download.Missing(reason)
                    : new Download.Unavailable(reason);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Download.Unavailable("not fetched: %s answered nothing".formatted(host));
        }
        if (entity.getContentLength() > limits.bytes()) {
            throw new TooLarge(limits.bytes());
        }
        Optional<DownloadFolder.Place> place = folder.reserve(limits.bytes());
        if (place.isEmpty()) {
            return new Download.Unavailable("not fetched: too much is being fetched already");
        }
        try (DownloadFolder.Place room = place.get();
                InputStream content = unpacked(entity, limits)) {
            return room.store(new BoundedStream(content, limits.bytes()));
        }
    }

    private static InputStream unpacked(HttpEntity entity, DownloadLimits limits) throws IOException {
        String encoding = Optional.ofNullable(entity.getContentEncoding()).orElse("identity");
        // What arrives is bounded as well: a packed file may be endless and unpack to nothing.
        InputStream arriving = new BoundedStream(entity.getContent(), limits.bytes());
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> arriving;
            case "gzip", "x-gzip" -> new Unpacked(arriving);
            default -> throw new NotFollowed("it is packed as " + encoding);
        };
    }
}
