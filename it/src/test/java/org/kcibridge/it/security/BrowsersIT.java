package org.kcibridge.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.Authorization;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.kind.IntegrationTest;

/** What keeps browsers from being used against those who sit in front of them. */
@IntegrationTest
class BrowsersIT extends BridgeTest {

    private HttpRequest.Builder withCookie(String path) {
        return HttpRequest.newBuilder(bench.url().resolve(path)).header("Cookie", "kci_bridge_token=" + Bench.TOKEN);
    }

    private static int status(HttpRequest.Builder request) {
        return Exchange.of(request.build()).statusCode();
    }

    @Test
    void takesACookieForAToken() {
        assertThat(status(withCookie("/api/v1/jobs"))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.org, 401",
        "http://localhost, 401",
        "null, 401",
        "http://localhost.evil.example.org, 401",
    })
    void takesNoCookieThatAnotherSiteHasSentAlong(String origin, int status) {
        HttpRequest.Builder post = withCookie("/api/v1/submissions/retry")
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{\"ids\":[]}"));

        assertThat(status(post)).isEqualTo(status);
    }

    @Test
    void takesOneThatOurOwnPagesHaveSentAlong() {
        String origin = "http://" + bench.url().getAuthority();

        assertThat(status(withCookie("/api/v1/jobs").header("Origin", origin))).isEqualTo(200);
    }

    /** Browsers keep passwords and send them along, and some proxies add a token to whatever comes. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Basic "})
    void takesNoTokenThatAnotherSiteHasSentAlong(String scheme) {
        String value = scheme.equals("Basic ") ? Authorization.basic(Bench.TOKEN) : Authorization.bearer(Bench.TOKEN);
        HttpRequest.Builder post = HttpRequest.newBuilder(api.uri("/sync/builds"))
                .header("Authorization", value)
                .header("Origin", "https://evil.example.org")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"));

        HttpResponse<String> answer = Exchange.of(post.build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).contains("BRIDGE_CORS_ORIGINS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/v1/jobs", "/api/v1/nothing", "/console/index.xhtml", "/console/nothing", "/openapi"})
    void areToldWhatToKeepFrom(String path) {
        HttpResponse<String> answer = Exchange.of(withCookie(path).build());

        assertThat(header(answer, "X-Content-Type-Options")).contains("nosniff");
        assertThat(header(answer, "X-Frame-Options")).contains("DENY");
        assertThat(header(answer, "Referrer-Policy")).contains("same-origin");
        assertThat(header(answer, "Server")).isEmpty();
        assertThat(header(answer, "X-Powered-By")).isEmpty();
        String policy = header(answer, "Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "*")
                .doesNotContainPattern("script-src[^;]*unsafe-inline");
    }

    @Test
    void runScriptsOfAPageOnlyWithItsNonce() {
        String first = nonce();

        assertThat(first).hasSizeGreaterThan(20).isNotEqualTo(nonce());
    }

    private String nonce() {
        HttpResponse<String> page =
                Exchange.of(withCookie("/console/index.xhtml").build());
        String policy = header(page, "Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll(".*script-src 'self' 'nonce-([^']*)'.*", "$1");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
        return nonce;
    }

    @Test
    void keepTheTokenFromScripts() {
        HttpResponse<String> entered =
                Exchange.of(HttpRequest.newBuilder(bench.url().resolve("/console/enter"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + Bench.TOKEN))
                        .build());

        assertThat(entered.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("kci_bridge_token=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("path=/");
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
