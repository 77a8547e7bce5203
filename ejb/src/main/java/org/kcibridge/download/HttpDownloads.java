package org.kcibridge.download;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;

/** Downloads as they are in the server: one client and one folder for all. */
@ApplicationScoped
public class HttpDownloads implements Downloads {

    /** For all files that are being read at the same time. */
    private static final long ROOM = 1024L * 1024 * 1024;

    @Inject
    DownloadSettings settings;

    @Resource
    ManagedScheduledExecutorService watch;

    private CloseableHttpClient client;
    private Fetcher fetcher;

    @PostConstruct
    void open() {
        Path temporary = Path.of(System.getProperty("jboss.server.temp.dir"));
        Destinations destinations = new Destinations(settings);
        client = Clients.client(
                new CheckedNames(SystemDefaultDnsResolver.INSTANCE, destinations::isOperators),
                DefaultClientTlsStrategy.createDefault());
        fetcher = new Fetcher(destinations, client, folder(temporary.resolve("kci-bridge-downloads")), watch);
    }

    private static DownloadFolder folder(Path path) {
        try {
            return new DownloadFolder(path, ROOM);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public Download fetch(String address, DownloadLimits limits) {
        return fetcher.fetch(address, limits);
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
