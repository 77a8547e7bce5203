package org.kcibridge.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.IntegrationTest;

/** What people try with servers on the internet. Downloads, archives and addresses of runners are tried where they are tested. */
@IntegrationTest
class AttacksIT extends BridgeTest {

    private static final String DOCUMENT = "/tests/submit/document?test_uid=1&build_id=maestro:1&device=d&runtime=lab";

    /** As they are written, since a client would tidy them up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../WEB-INF/web.xml",
                "/console/../WEB-INF/web.xml",
                "/console/%2e%2e/WEB-INF/web.xml",
                "/console/..%2fWEB-INF/web.xml",
                "/console/style/..;/..;/WEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF./web.xml",
                "/console/style/%252e%252e/index.xhtml",
                "/console/style/..;/index.xhtml",
                "/console/login.xhtml/../index.xhtml",
                "/console/style/../index.xhtml",
                "//console/index.xhtml",
                "/console//index.xhtml",
                "/console/index.xhtml;/style/",
                "/CONSOLE/index.xhtml",
                "/api/v1/../v1/jobs",
                "/api/v1/tuxsuite/callback/../../jobs",
                "/api/v1/tuxsuite/callback/..;/..;/jobs",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml"
            })
    void showsStrangersNothingByWindingPaths(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<web-app", "Needs attention", "\"items\"");
        assertThat(answer.substring(9, 12)).isIn("302", "400", "401", "404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "TRACK"})
    void doesNothingOnOddMethods(String method) throws IOException {
        String answer = raw(
                method + " /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nCookie: a=secret\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(9, 12)).isIn("400", "401", "403", "404", "405", "501");
        assertThat(answer).doesNotContain("secret");
    }

    /** Lines that a client gets into a head are read as ours by whoever is between. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/login.xhtml?from=/console/%0d%0aX-Injected:%201",
                "/console/jobs.xhtml?kind=%0d%0aX-Injected:%201",
                "/api/v1/jobs/%0d%0aX-Injected:%201",
                "/%0d%0aX-Injected:%201"
            })
    void letsNobodyWriteHeaders(String path) throws IOException {
        String head = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .split("\r\n\r\n")[0];

        assertThat(head).doesNotContain("\r\nX-Injected");
    }

    @Test
    void readsARequestThatSaysTwiceHowLongItIsAsNone() throws IOException {
        String answer = raw(
                "POST /api/v1/tuxsuite/callback/build HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /api/v1/jobs HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 ")).hasSizeLessThanOrEqualTo(2);
    }

    static Stream<String> hugeBodies() {
        String build =
                "{\"toolchain\":\"gcc-14\",\"tree\":\"mainline\",\"branch\":\"master\",\"kconfig\":\"defconfig\",%s}";
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                build.formatted("\"fragments\":[" + repeated("\"CONFIG_A=y\"", 200_000) + "]"),
                build.formatted("\"git_sha\":\"" + "a".repeat(5_000_000) + "\""),
                build.formatted("\"x\":1" + "0".repeat(1_000_000)),
                build.formatted("\"make_variables\":{"
                        + IntStream.range(0, 50_000)
                                .mapToObj(i -> "\"V" + i + "\":\"1\"")
                                .collect(Collectors.joining(","))
                        + "}"));
    }

    private static String repeated(String text, int times) {
        return Stream.generate(() -> text).limit(times).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("hugeBodies")
    void refusesBodiesBeyondAllMeasure(String body) {
        Reply reply = api.post("/builds/run", body);

        assertThat(reply.status()).isIn(413, 422);
        assertThat(reply.response().body()).hasSizeLessThan(10_000);
        assertThat(database.count("select count(*) from job")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite name='&x;'><testcase name='a'/></testsuite>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><testsuite><testcase name='a'/></testsuite>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"
                        + "<testsuite><testcase name='&c;'/></testsuite>"
            })
    void expandsNothingInXml(String xml) {
        Reply reply = api.send(api.request(DOCUMENT)
                .header("Content-Type", "application/junit+xml")
                .POST(BodyPublishers.ofString(xml)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.response().body()).doesNotContain("root:");
    }

    /** Patterns of which some engines try every way there is. */
    @ParameterizedTest
    @ValueSource(strings = {"path=%s", "q=%s", "id=%s", "tree_name=%s", "platform=%s"})
    void looksForPatternsInBoundedTime(String filter) {
        given.bulk(50, i -> given.test().with("path", "a".repeat(250)));
        String pattern = "*a".repeat(120) + "*b";
        Instant begin = Instant.now();

        Reply reply = api.get("/tests?" + filter.formatted(pattern));

        assertThat(reply.status()).isIn(200, 400, 503);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void doesNotReadOnWhenNobodyWaitsAnyMore() {
        given.test().create();
        try (OpenTransaction held = database.begin("lock table tests in access exclusive mode")) {
            Reply reply = api.get("/tests?total=false");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().getString("detail")).contains("ask for less");
        }
        assertThat(api.get("/tests").status()).isEqualTo(200);
    }

    private String raw(String request) throws IOException {
        URI server = bench.url();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
