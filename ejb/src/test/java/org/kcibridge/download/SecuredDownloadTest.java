package org.kcibridge.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.UnitTest;

/** That we choose the address to connect to ourselves takes nothing from TLS: the certificate is still that of the name. */
@UnitTest
class SecuredDownloadTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String NAME = "files.example.test";
    private static final DownloadLimits LIMITS = new DownloadLimits(1_000, Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger lookups = new AtomicInteger();
    private HttpsServer server;
    private SSLContext tls;

    @BeforeEach
    void start() throws Exception {
        tls = contextFor(NAME);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            byte[] host = exchange.getRequestHeaders().getFirst("Host").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, host.length);
            exchange.getResponseBody().write(host);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        watch.shutdownNow();
    }

    @Test
    void fetchesFromTheMachineItWasToldAndUnderTheNameItWasGiven() throws IOException {
        String address = "https://" + NAME + ":" + server.getAddress().getPort();
        try (CloseableHttpClient client = client();
                Download download = fetcher(client, address).fetch(address + "/a", LIMITS);
                InputStream content = ((DownloadedFile) download).open()) {
            assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo(address.substring("https://".length()));
        }
        assertThat(lookups).hasValue(1);
    }

    @Test
    void fetchesNothingFromAMachineThatCannotProveItsName() throws IOException {
        String address = "https://other.example.test:" + server.getAddress().getPort();
        try (CloseableHttpClient client = client();
                Download download = fetcher(client, address).fetch(address + "/a", LIMITS)) {
            assertThat(download).isInstanceOf(Download.Unavailable.class);
            assertThat(download.reason()).contains("other.example.test");
        }
    }

    private CloseableHttpClient client() {
        return Clients.client(
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        lookups.incrementAndGet();
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                },
                new DefaultClientTlsStrategy(tls));
    }

    private Fetcher fetcher(CloseableHttpClient client, String api) throws IOException {
        var settings = new DownloadSettings(Set.of(), Optional.of(URI.create(api)));
        return new Fetcher(new Destinations(settings), client, new DownloadFolder(folder.resolve("f"), 10_000), watch);
    }

    private SSLContext contextFor(String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        // A key entry alone proves nobody; its certificate has to be trusted by itself.
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("files", keys.getCertificate("mykey"));
        var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
