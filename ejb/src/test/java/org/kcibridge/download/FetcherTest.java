package org.kcibridge.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** Fetches from a server on this machine, which is the operator's own as far as the fetcher can tell. */
@UnitTest
class FetcherTest {

    private static final DownloadLimits LIMITS = new DownloadLimits(100_000, Duration.ofSeconds(20));
    private static final long ROOM = 300_000;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @TempDir
    Path folder;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Map<String, List<String>>> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private CloseableHttpClient client;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        fetcher = fetcher(SystemDefaultDnsResolver.INSTANCE);
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        client.close();
        server.stop(0);
        threads.shutdownNow();
        watch.shutdownNow();
    }

    @Test
    void keepsAFileUntilItIsClosed() throws IOException {
        serve("/a", 200, "hello");

        try (Download download = fetcher.fetch(url("/a"), LIMITS)) {
            DownloadedFile file = (DownloadedFile) download;
            assertThat(file.size()).isEqualTo(5);
            assertThat(text(file)).isEqualTo("hello").isEqualTo(text(file));
            assertThat(left()).isEqualTo(1);
        }
        assertThat(left()).isZero();
    }

    @Test
    void sendsNothingThatTellsWhoWeAre() {
        serve("/a", 200, "hello");

        fetcher.fetch(url("/a"), LIMITS).close();

        assertThat(requests).singleElement().satisfies(headers -> assertThat(headers.keySet())
                .containsExactlyInAnyOrder("Accept-encoding", "Host", "User-agent", "Connection"));
    }

    @Test
    void unpacksWhatTravelsPacked() throws IOException {
        byte[] packed = gzip("hello".repeat(1_000).getBytes(UTF_8));
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        });

        try (Download download = fetcher.fetch(url("/a"), LIMITS)) {
            assertThat(text((DownloadedFile) download)).isEqualTo("hello".repeat(1_000));
        }
    }

    @Test
    void refusesAFileThatSaysItIsTooLarge() {
        serve("/a", exchange -> exchange.sendResponseHeaders(200, LIMITS.bytes() + 1));

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "100,000 bytes");
    }

    @Test
    void takesAFileThatIsJustNotTooLarge() {
        serve("/a", 200, "a".repeat((int) LIMITS.bytes()));

        try (Download download = fetcher.fetch(url("/a"), LIMITS)) {
            assertThat(download).isInstanceOf(DownloadedFile.class);
        }
    }

    @Test
    void refusesAFileThatTurnsOutToBeTooLarge() {
        serve("/a", this::endless);

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "100,000 bytes");
    }

    @Test
    void letsGoOfConnectionsThatItDoesNotReadToTheEnd() {
        serve("/a", this::endless);

        for (int i = 0; i < 30; i++) {
            assertThat(fetcher.fetch(url("/a"), LIMITS)).isInstanceOf(Download.Refused.class);
        }
    }

    @Test
    void refusesAFileThatUnpacksToTooMuch() throws IOException {
        byte[] bomb = gzip(new byte[(int) LIMITS.bytes() + 1]);
        assertThat(bomb).hasSizeLessThan(1_000);
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        });

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "100,000 bytes");
    }

    @Test
    void refusesAPackedFileThatNeverUnpacksToAnything() throws IOException {
        byte[] nothing = gzip(new byte[0]);
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(nothing);
                }
            }
        });

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "100,000 bytes");
    }

    @Test
    void refusesAFileThatIsPackedInAnotherWay() {
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write(1);
        });

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "br");
    }

    @Test
    void followsWhereItIsSentOnTheSameServer() throws IOException {
        redirect("/a", "b/c");
        redirect("/b/c", url("/d"));
        serve("/d", 200, "hello");

        try (Download download = fetcher.fetch(url("/a"), LIMITS)) {
            assertThat(text((DownloadedFile) download)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:{port}/b",
                "http://127.0.0.1/b",
                "//127.0.0.2:{port}/b",
                "http://user@127.0.0.1:{port}/b",
                "https://evil.example/",
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data/",
                "http://exa mple/"
            })
    void isNotLedElsewhere(String location) {
        redirect(
                "/a",
                location.replace("{port}", String.valueOf(server.getAddress().getPort())));
        serve("/b", 200, "secret");

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "not fetched: ");
        assertThat(requests).hasSize(1);
    }

    @Test
    void isNotLedInCircles() {
        redirect("/a", "/a");

        assertRefused(fetcher.fetch(url("/a"), LIMITS), "on and on");
        assertThat(requests).hasSize(6);
    }

    @Test
    void connectsToNoNameThatLeadsToThisMachine() throws IOException {
        fetcher = fetcher(names(InetAddress.getLoopbackAddress()));

        assertRefused(fetcher.fetch("https://storage.tuxsuite.com/a", LIMITS), "leads to 127.0.0.1");
    }

    @Test
    void connectsToNoNameThatLeadsToThisMachineAmongOthers() throws IOException {
        fetcher = fetcher(names(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("fd00:ec2::254")));

        assertRefused(fetcher.fetch("https://storage.tuxsuite.com/a", LIMITS), "leads to fd00:ec2:");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void saysThatAServerHasNoFile(int status) {
        serve("/a", exchange -> exchange.sendResponseHeaders(status, -1));

        Download download = fetcher.fetch(url("/a"), LIMITS);

        assertThat(download).isInstanceOf(Download.Missing.class);
        assertThat(download.reason()).isEqualTo("not fetched: 127.0.0.1 answered " + status);
        assertNothingIsHeld();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 401, 416, 429, 500, 503})
    void saysThatAServerIsInTrouble(int status) {
        serve("/a", exchange -> exchange.sendResponseHeaders(status, -1));

        assertUnavailable(fetcher.fetch(url("/a"), LIMITS), "127.0.0.1 answered " + status);
    }

    @Test
    void saysThatAServerIsNotThere() {
        server.stop(0);

        assertUnavailable(fetcher.fetch(url("/a"), LIMITS), "refused");
    }

    @Test
    void takesNoFileThatBreaksOff() {
        serve("/a", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[999]);
            exchange.getResponseBody().flush();
            throw new IOException("the other side dies");
        });

        assertUnavailable(fetcher.fetch(url("/a"), LIMITS), "not fetched");
    }

    @Test
    void takesNoFileThatIsNotPackedAsItSays() {
        serve("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(UTF_8));
        });

        assertUnavailable(fetcher.fetch(url("/a"), LIMITS), "not packed as it says");
    }

    /** Less than the client alone would wait for a byte. */
    @Test
    @Timeout(10)
    void doesNotWaitForAServerThatStallsInTheMiddle() {
        serve("/a", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitTheEnd();
        });

        assertUnavailable(fetcher.fetch(url("/a"), new DownloadLimits(1_000, Duration.ofMillis(200))), "within PT0.2S");
    }

    /** Less than the client alone would wait for a byte. */
    @Test
    @Timeout(10)
    void doesNotWaitForAServerThatNeverAnswers() {
        serve("/a", exchange -> awaitTheEnd());

        assertUnavailable(fetcher.fetch(url("/a"), new DownloadLimits(1_000, Duration.ofMillis(200))), "within PT0.2S");
    }

    @Test
    void neverTakesMoreDiskThanItMay() {
        serve("/a", 200, "hello");
        DownloadLimits all = new DownloadLimits(ROOM, LIMITS.time());

        Download first = fetcher.fetch(url("/a"), all);
        assertUnavailable(fetcher.fetch(url("/a"), all), "too much");
        first.close();
        first.close();

        try (Download again = fetcher.fetch(url("/a"), all)) {
            assertThat(again).isInstanceOf(DownloadedFile.class);
            assertThat(again.reason()).isEmpty();
        }
    }

    @Test
    void removesWhatADeadProcessLeft() throws IOException {
        Files.writeString(folder.resolve("download123"), "left behind");

        new DownloadFolder(folder, ROOM);

        assertThat(left()).isZero();
    }

    private void assertRefused(Download download, String reason) {
        assertThat(download).isInstanceOf(Download.Refused.class);
        assertThat(download.reason()).contains(reason).hasLineCount(1);
        assertNothingIsHeld();
    }

    private void assertUnavailable(Download download, String reason) {
        assertThat(download).isInstanceOf(Download.Unavailable.class);
        assertThat(download.reason()).contains(reason).hasLineCount(1);
        if (!reason.equals("too much")) {
            assertNothingIsHeld();
        }
    }

    private void assertNothingIsHeld() {
        assertThat(left()).isZero();
        serve("/held", 200, "hello");
        try (Download whole = fetcher.fetch(url("/held"), new DownloadLimits(ROOM, LIMITS.time()))) {
            assertThat(whole.reason()).doesNotContain("too much");
        }
        server.removeContext("/held");
    }

    private Fetcher fetcher(DnsResolver names) throws IOException {
        Destinations destinations = new Destinations(
                new DownloadSettings(Set.of("storage.tuxsuite.com"), Optional.of(URI.create(url("")))));
        client = Clients.client(
                new CheckedNames(names, destinations::isOperators), DefaultClientTlsStrategy.createDefault());
        return new Fetcher(destinations, client, new DownloadFolder(folder, ROOM), watch);
    }

    private static DnsResolver names(InetAddress... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(String path, int status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        serve(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void redirect(String path, String location) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!path.equals("/held")) {
                    requests.add(Map.copyOf(exchange.getRequestHeaders()));
                }
                answer.to(exchange);
            }
        });
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[8_192]);
            }
        }
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long left() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String text(DownloadedFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
