package org.kcibridge.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.it.run.RunCommand;
import org.kcibridge.kind.SlowTest;

/** A server with limits so low that a test reaches them, that everybody may read and that trusts somebody's web tokens. */
@SlowTest
class LimitsIT {

    private static final String SECRET = "a secret that two services know, of some length";
    private static final String DASHBOARD = "https://dashboard.example.org";
    private static final int PER_TOKEN = 40;
    private static final int PER_ADDRESS = 30;

    @TempDir
    Path home;

    private final int port = FreePort.next();
    private final URI server = URI.create("http://localhost:" + port);

    private RunCommand start() {
        return RunCommand.start(
                home,
                Map.of(
                        "BRIDGE_HTTP_PORT", Integer.toString(port),
                        "BRIDGE_MANAGEMENT_PORT", Integer.toString(FreePort.next()),
                        "BRIDGE_RATE_PER_TOKEN", Integer.toString(PER_TOKEN),
                        "BRIDGE_RATE_PER_ADDRESS", Integer.toString(PER_ADDRESS),
                        "BRIDGE_ANONYMOUS_READING", "true",
                        "BRIDGE_CORS_ORIGINS", "https://other.example.org, " + DASHBOARD,
                        "BRIDGE_JWT_SECRET", SECRET));
    }

    @Test
    void keepsCallersApart() throws Exception {
        try (RunCommand run = start()) {
            ApiClient operator = new ApiClient(server, run.awaitPrinted("operator token +(kcib_\\S+)"));
            everybodyMayRead();
            webTokensAreTaken();
            pagesOfNamedSitesMayAsk(operator);
            slowOnesKeepNobodyWaiting(operator);
            aTokenMayAskSoOften(operator);
            whoeverGuessesHasToWait();
            run.stop();
        }
    }

    private void everybodyMayRead() {
        ApiClient stranger = new ApiClient(server, null);

        assertThat(stranger.get("/builds").status()).isEqualTo(200);
        assertThat(stranger.get("/tokens").status()).isEqualTo(403);
        assertThat(stranger.post("/builds/run", "{}").status()).isEqualTo(401);
        assertThat(stranger.outside("/console/index.xhtml").response().body()).contains("Log in");
    }

    private static void pagesOfNamedSitesMayAsk(ApiClient operator) {
        HttpResponse<String> preflight = Exchange.of(HttpRequest.newBuilder(operator.uri("/builds/run"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", DASHBOARD)
                .header("Access-Control-Request-Method", "POST")
                .build());
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Authorization");
        assertThat(allowed(operator, DASHBOARD)).contains(DASHBOARD);
        assertThat(allowed(operator, "https://evil.example.org")).isEmpty();
        assertThat(allowed(operator, DASHBOARD + ".evil.example.org")).isEmpty();
    }

    private static Optional<String> allowed(ApiClient client, String origin) {
        return Exchange.of(client.request("/builds").header("Origin", origin).build())
                .headers()
                .firstValue("Access-Control-Allow-Origin");
    }

    private void webTokensAreTaken() throws Exception {
        ApiClient submitter = new ApiClient(server, webToken("{\"origin\":\"redhat\",\"exp\":4102444800}"));
        ApiClient operator =
                new ApiClient(server, webToken("{\"upn\":\"eve\",\"groups\":[\"operator\"],\"exp\":4102444800}"));

        assertThat(submitter.get("/tokens").status()).isEqualTo(403);
        Reply refused = submitter.post(
                "/builds/run",
                "{\"toolchain\":\"gcc-14\",\"tree\":\"mainline\",\"branch\":\"master\",\"kconfig\":\"defconfig\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("detail")).contains("redhat");
        assertThat(operator.get("/tokens").status()).isEqualTo(200);
        assertThat(new ApiClient(server, operator.token() + "x").get("/tokens").status())
                .isEqualTo(401);
    }

    private static String webToken(String claims) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = base64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + "." + base64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** More of them than the server has threads, with heads and with bodies that do not end. */
    private void slowOnesKeepNobodyWaiting(ApiClient operator) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                slow.add(begin(
                        "POST /api/v1/tuxsuite/callback/build HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"));
                slow.add(begin("GET /api/v1/jobs HTTP/1.1\r\nHost: x\r\nX-"));
            }
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(operator.get("/jobs").status()).isEqualTo(200));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        HttpResponse<String> huge = Exchange.of(HttpRequest.newBuilder(operator.uri("/jobs"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-Long", "x".repeat(100_000))
                .build());
        assertThat(huge.statusCode()).isIn(400, 413, 431);
    }

    private Socket begin(String request) throws IOException {
        Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void aTokenMayAskSoOften(ApiClient operator) {
        Reply limited = awaitRefusal(operator, PER_TOKEN);

        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        assertThat(limited.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(limited.json().getString("detail")).contains("Retry-After");
    }

    private void whoeverGuessesHasToWait() throws Exception {
        awaitRefusal(new ApiClient(server, "kcib_guessed"), PER_ADDRESS);

        String other = webToken("{\"upn\":\"eve\",\"groups\":[\"reader\"],\"exp\":4102444801}");
        assertThat(new ApiClient(server, other).get("/jobs").status())
                .as("from the same address")
                .isEqualTo(200);
    }

    private static Reply awaitRefusal(ApiClient client, int limit) {
        for (int i = 0; i < 2 * limit; i++) {
            Reply reply = client.get("/jobs");
            if (reply.status() == 429) {
                return reply;
            }
        }
        throw new AssertionError("after twice as many requests as are allowed nothing was refused");
    }
}
