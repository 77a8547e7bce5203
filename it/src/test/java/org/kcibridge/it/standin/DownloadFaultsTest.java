package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.standin.tuxrun.TestCase;
import org.kcibridge.it.standin.tuxrun.TuxRun;
import org.kcibridge.kind.UnitTest;

/** What can be wrong with the files of a run: they may be missing, too large, slow, compressed, elsewhere. */
@UnitTest
class DownloadFaultsTest {

    private static final long TERABYTE = 1L << 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Receiver bridge = new Receiver();
    private final TuxSuiteStandIn tuxSuite = new TuxSuiteStandIn("token", "lab", "kernels");
    private URI downloads;

    @BeforeEach
    void run() throws Exception {
        tuxSuite.script()
                .nextRuns(TuxRun.of("ltp-syscalls")
                        .cases(100, i -> TestCase.passed("syscall" + i))
                        .logging(5 << 20));
        Http.post(
                tuxSuite.url().resolve("/v1/groups/lab/projects/kernels/tests"),
                "token",
                """
                {"device": "qemu-riscv64", "kernel": "https://files.example/Image", "tests": ["ltp-syscalls"],
                 "callback": "%s"}"""
                        .formatted(bridge.address()));
        downloads = URI.create(bridge.awaitStatus(0).getString("download_url"));
    }

    @AfterEach
    void close() {
        tuxSuite.close();
        bridge.close();
    }

    @Test
    void shouldServeALargeLogWhole() throws Exception {
        HttpResponse<String> log = Http.get(downloads.resolve("logs.txt"), null);

        assertThat(log.body()).hasSizeGreaterThan(5 << 20).contains("TEST_CASE_ID=syscall99 RESULT=pass");
        assertThat(log.headers().firstValueAsLong("Content-Length"))
                .hasValue(log.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void shouldMissAFileOnceAndThenHaveIt() throws Exception {
        tuxSuite.script().onDownload("results.json").answerNext(Answer.empty(404));

        assertThat(Http.get(downloads.resolve("results.json"), null).statusCode())
                .isEqualTo(404);
        assertThat(Http.get(downloads.resolve("results.json"), null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldMissNoOtherFile() throws Exception {
        tuxSuite.script().onDownload("results.json").answerAll(Answer.empty(404));

        assertThat(Http.get(downloads.resolve("logs.txt"), null).statusCode()).isEqualTo(200);
        assertThat(Http.get(downloads.resolve("results.json"), null).statusCode())
                .isEqualTo(404);
        assertThat(Http.get(downloads.resolve("results.json"), null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldPromiseATerabyteOrNothingAndSendOn() throws Exception {
        tuxSuite.script().onDownload("logs.txt").answerNext(Answer.oversized(TERABYTE), Answer.endless());

        HttpResponse<InputStream> oversized = stream("logs.txt");
        assertThat(oversized.headers().firstValueAsLong("Content-Length")).hasValue(TERABYTE);
        assertThat(read(oversized, 1 << 20)).isEqualTo(1 << 20);

        HttpResponse<InputStream> endless = stream("logs.txt");
        assertThat(endless.headers().firstValue("Content-Length")).isEmpty();
        assertThat(read(endless, 1 << 20)).isEqualTo(1 << 20);
    }

    @Test
    void shouldCompress() throws Exception {
        tuxSuite.script()
                .onDownload("logs.txt")
                .answerNext(Answer.oversized(64 << 20).gzipped());
        String plain = Http.get(downloads.resolve("results.json"), null).body();
        tuxSuite.script().onDownload("results.json").spoilNext(Answer::gzipped);

        HttpResponse<InputStream> zipped = stream("results.json");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unzipped = new GZIPInputStream(zipped.body())) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain);
        }

        try (var bomb = stream("logs.txt").body()) {
            assertThat(bomb.readAllBytes().length).as("64 MB of nothing").isLessThan(1 << 20);
        }
    }

    @Test
    void shouldPointElsewhere() throws Exception {
        URI elsewhere = URI.create("http://169.254.169.254/latest/meta-data/");
        tuxSuite.script().onDownload("logs.txt").answerAll(Answer.redirect(elsewhere));

        HttpResponse<String> redirect = Http.get(downloads.resolve("logs.txt"), null);

        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location")).contains(elsewhere.toString());
    }

    @Test
    void shouldBeSlow() throws Exception {
        tuxSuite.script().onDownload("logs.txt").spoilNext(answer -> answer.trickled(Duration.ofHours(1)));

        try (var connection = new RawConnection(tuxSuite.url())) {
            connection.send("GET", downloads.resolve("logs.txt").getPath(), "", "");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
            assertThat(connection.read()).isEqualTo('[');
            connection.waiting(Duration.ofMillis(200));
            assertThatThrownBy(connection::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void shouldCutOffAndBreak() throws Exception {
        tuxSuite.script()
                .onDownload("results.json")
                .spoilNext(Answer::truncated)
                .answerNext(Answer.garbage(), Answer.reset());

        assertThatThrownBy(() -> stream("results.json").body().readAllBytes()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stream("results.json")).isInstanceOf(IOException.class);
        // The client would try again by itself here.
        try (var connection = new RawConnection(tuxSuite.url())) {
            connection.send("GET", downloads.resolve("results.json").getPath(), "", "");
            assertThatThrownBy(connection::read).isInstanceOf(SocketException.class);
        }
        assertThat(Http.get(downloads.resolve("results.json"), null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldCutOffWhatHasNoLength() throws Exception {
        tuxSuite.script().onDownload("results.json").spoilNext(answer -> answer.gzipped()
                .truncated());

        assertThatThrownBy(() -> stream("results.json").body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void shouldFollowTheRulesOfHead() throws Exception {
        try (var connection = new RawConnection(tuxSuite.url())) {
            String path = downloads.resolve("logs.txt").getPath();
            connection.send("HEAD", path, "", "");
            assertThat(connection.readHead()).contains("Content-Length: 5");
            connection.send("GET", path + ".missing", "", "");
            assertThat(connection.readHead()).as("nothing lies between").startsWith("HTTP/1.1 404");
        }
    }

    private HttpResponse<InputStream> stream(String file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(downloads.resolve(file)).timeout(PATIENCE);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    }

    private static int read(HttpResponse<InputStream> answer, int bytes) throws IOException {
        try (InputStream body = answer.body()) {
            return body.readNBytes(bytes).length;
        }
    }
}
