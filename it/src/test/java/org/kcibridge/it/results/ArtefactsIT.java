package org.kcibridge.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kcibridge.it.results.Lab.run;
import static org.kcibridge.it.results.Lab.test;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.kind.IntegrationTest;

/** Logs are kept once, byte by byte, and served so that they do nobody harm. */
@IntegrationTest
class ArtefactsIT extends BridgeTest {

    private final Lab lab = new Lab(api);

    @Test
    void givesBackWhatWasHandedInAndNothingElse() {
        String log = "ä€😀\u0000\r\n".repeat(100_000);

        HttpResponse<byte[]> answer = Lab.follow(logOf(log));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(log.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.uri().getPath()).endsWith("/" + Sha256.hex(log));
        assertThat(Sha256.hex(answer.body())).isEqualTo(Sha256.hex(log));
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(answer.body().length));
        assertThat(database.count("select count(*) from artefact_part")).isEqualTo(5);
    }

    @Test
    void showsTextAsNothingButText() {
        String page = "<!DOCTYPE html><script>alert(1)</script>";

        Map<String, List<String>> headers = Lab.follow(logOf(page)).headers().map();

        assertThat(headers.get("content-type")).containsExactly("text/plain;charset=UTF-8");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(headers.get("content-disposition"))
                .containsExactly("inline; filename=\"" + Sha256.hex(page) + ".txt\"");
        assertThat(headers.get("cache-control")).containsExactly("public, max-age=86400");
    }

    @Test
    void hasEverythingElseSaved() {
        String xml = "<testsuite name='s'><testcase name='a'/></testsuite>";
        lab.submit("application/xml", xml, Map.of());

        Map<String, List<String>> headers =
                Lab.follow(url(Sha256.hex(xml))).headers().map();

        assertThat(headers.get("content-type")).containsExactly("application/junit+xml");
        assertThat(headers.get("content-disposition"))
                .containsExactly("attachment; filename=\"" + Sha256.hex(xml) + ".xml\"");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void sendsNothingTwiceToThoseWhoHaveIt() {
        String url = logOf("a log");
        String tag = Lab.follow(url).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = Lab.follow(url, "If-None-Match", tag);

        assertThat(tag).isEqualTo("\"" + Sha256.hex("a log") + "\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Lab.follow(url, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void answersThoseWhoOnlyWantToKnow() {
        HttpRequest head = HttpRequest.newBuilder(URI.create(logOf("a log")))
                .method("HEAD", BodyPublishers.noBody())
                .build();

        HttpResponse<byte[]> answer = Exchange.of(head, BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("5");
    }

    @Test
    void keepsEqualLogsOnce() {
        lab.submit(run("1", test("ltp", "a", "pass", "the same"), test("ltp", "b", "pass", "the same")));
        lab.submit(run("2", test("ltp", "a", "pass", "the same")));

        assertThat(database.count("select count(*) from artefact")).isEqualTo(1);
        assertThat(database.count("select count(*) from artefact_of_test")).isEqualTo(3);
    }

    @Test
    void listsThoseOfATest() {
        logOf("of this test");
        lab.submit(run("other", test("ltp", "a", "pass", "of another test")));

        List<JsonObject> artefacts = api.items("/artefacts?test_id=riscv:lab-riscv:artefacts_ltp_a");

        assertThat(artefacts).singleElement().satisfies(artefact -> {
            assertThat(artefact.getString("id")).isEqualTo(Sha256.hex("of this test"));
            assertThat(artefact.getString("url")).isEqualTo(url(Sha256.hex("of this test")));
            assertThat(artefact.getString("content_type")).isEqualTo("text/plain;charset=UTF-8");
            assertThat(artefact.getInt("bytes")).isEqualTo(12);
            assertThat(artefact.containsKey("created_at")).isTrue();
        });
        assertThat(api.items("/artefacts")).hasSize(2);
        assertThat(api.items("/artefacts?pageSize=1&page=2")).hasSize(1);
        assertThat(api.items("/artefacts?test_id=riscv:nobody")).isEmpty();
        assertThat(api.items("/artefacts?test_id=" + given.test().create().id()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "..%2f..%2fetc%2fpasswd",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0"
            })
    void refusesWhatIsNoDigest(String name) {
        assertThat(Lab.follow(url(name)).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoneThatWasNeverHandedIn() {
        HttpResponse<byte[]> answer = Lab.follow(url(Sha256.hex("never")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("not found");
    }

    @Test
    void forgetsWhatAnOperatorWantsForgotten() {
        String url = logOf("a password");

        assertThat(delete(as("submitter"), url)).isEqualTo(403);
        assertThat(delete(api.with(null), url)).isEqualTo(401);
        assertThat(Lab.follow(url).statusCode()).isEqualTo(200);
        assertThat(delete(api, url)).isEqualTo(204);
        assertThat(delete(api, url)).isEqualTo(404);
        assertThat(Lab.follow(url).statusCode()).isEqualTo(404);
        assertThat(database.count("select count(*) from artefact_part")).isZero();
    }

    @Test
    void tellsStrangersNotWhatThereIs() {
        logOf("a log");

        assertThat(api.with(null).get("/artefacts").status()).isEqualTo(401);
        assertThat(api.with(null)
                        .get("/artefacts?test_id=riscv:lab-riscv:artefacts_ltp_a")
                        .status())
                .isEqualTo(401);
        assertThat(as("reader").get("/artefacts").status()).isEqualTo(200);
    }

    @Test
    void servesTheLargestOneInParts() {
        byte[] letters = new byte[9 * 1024 * 1024];
        Random random = new Random(11);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }

        assertThat(Lab.follow(logOf(new String(letters, StandardCharsets.US_ASCII)))
                        .body())
                .isEqualTo(letters);
    }

    private String logOf(String log) {
        lab.submit(run("artefacts", test("ltp", "a", "pass", log)));
        return database.value("select log_url from tests where id = 'riscv:lab-riscv:artefacts_ltp_a'");
    }

    private String url(String name) {
        return api.uri("/artefacts/").toString() + name;
    }

    private static int delete(ApiClient client, String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).DELETE();
        if (client.token() != null) {
            request.header("Authorization", "Bearer " + client.token());
        }
        return Exchange.of(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
