package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.security.TokenHash;

/** Who may do what. */
@IntegrationTest
class AccessIT extends BridgeTest {

    private static final String BUILD =
            "{\"toolchain\": \"gcc-14\", \"tree\": \"mainline\", \"branch\": \"master\", \"kconfig\": \"defconfig\"}";

    @AfterEach
    void forgetTokens() {
        database.update("delete from api_token where name like 'test-%'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs", "/builds", "/checkouts", "/submissions"})
    void asksStrangersWhoTheyAre(String path) {
        Reply reply = api.with(null).get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isNotNull();
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().getInt("status")).isEqualTo(401);
    }

    @Test
    void knowsNoUnknownExpiredOrRevokedToken() {
        add("operator", "test-expired", "now() - interval '1 second'", "null");
        add("operator", "test-revoked", "null", "now()");

        assertThat(api.with("unknown").get("/jobs").status()).isEqualTo(401);
        assertThat(api.with("test-expired").get("/jobs").status()).isEqualTo(401);
        assertThat(api.with("test-revoked").get("/jobs").status()).isEqualTo(401);
    }

    @Test
    void letsReadersReadAndSubmittersSubmit() {
        add("reader", "test-reader", "null", "null");
        add("submitter", "test-submitter", "null", "null");

        assertThat(api.with("test-reader").get("/jobs").status()).isEqualTo(200);
        assertThat(api.with("test-reader").post("/builds/run", BUILD).status()).isEqualTo(403);
        assertThat(api.with("test-reader").post("/sync/builds", "").status()).isEqualTo(403);
        assertThat(api.with("test-submitter").get("/jobs").status()).isEqualTo(200);
        assertThat(api.with("test-submitter").post("/builds/run", BUILD).status())
                .isEqualTo(204);
    }

    /** Clients in the field write user and token into the URL. */
    @Test
    void takesBasicCredentials() throws Exception {
        String basic = Base64.getEncoder().encodeToString(("ci:" + Bench.TOKEN).getBytes(StandardCharsets.UTF_8));
        URI jobs = api.uri("/jobs");

        var reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(jobs)
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        BodyHandlers.discarding());

        assertThat(reply.statusCode()).isEqualTo(200);
    }

    private void add(String role, String token, String expires, String revoked) {
        database.update(
                "insert into api_token (id, name, role, token_hash, expires_at, revoked_at) values (?, ?, ?, ?, %s, %s)"
                        .formatted(expires, revoked),
                UUID.randomUUID(),
                token,
                role,
                TokenHash.of(token));
    }
}
