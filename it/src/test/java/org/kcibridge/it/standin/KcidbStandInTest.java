package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** The stand-in answers as KCIDB's REST endpoint does, odd corners included. */
@UnitTest
class KcidbStandInTest {

    private static final String BEARER = "Bearer kcidb-token";
    private static final String DOCUMENT =
            """
            {"version": {"major": 5, "minor": 3}, "checkouts": [{"id": "riscv:7f3a", "origin": "riscv"}]}
            """;

    private final KcidbStandIn kcidb = new KcidbStandIn("kcidb-token");

    @AfterEach
    void close() {
        kcidb.close();
    }

    @Test
    void shouldSpoolDocumentAndTellItsFate() throws Exception {
        HttpResponse<String> answer = submit(DOCUMENT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        JsonObject accepted = json(answer);
        assertThat(accepted.getString("status")).isEqualTo("ok");
        assertThat(accepted.getString("id")).matches("[0-9a-zA-Z]{32}");
        assertThat(status(accepted.getString("id"))).isEqualTo("processed");
        assertThat(kcidb.documents()).hasSize(1);
        assertThat(kcidb.documents().get(0).object().getJsonArray("checkouts")).hasSize(1);
    }

    @Test
    void shouldBeReadyUntilIngested() throws Exception {
        kcidb.script().ingestTime(Duration.ofHours(1));
        String id = json(submit(DOCUMENT)).getString("id");
        assertThat(status(id)).isEqualTo("ready");
        kcidb.script().ingestTime(Duration.ZERO);
        assertThat(status(id)).isEqualTo("processed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"hi\"", "{}", "{\"version\": {\"major\": 5}, \"builds\": []}"})
    void shouldAcceptAnyJsonButFailNonsenseLater(String nonsense) throws Exception {
        HttpResponse<String> answer = submit(nonsense);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(status(json(answer).getString("id"))).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": NaN}", "{\"a\": \"\\ud800\"}", "{} {}"})
    void shouldRefuseWhatIsNoJson(String body) throws Exception {
        HttpResponse<String> answer = submit(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("id")).isEqualTo("0");
        assertThat(json(answer).getString("status")).isEqualTo("error");
    }

    @ParameterizedTest
    @CsvSource({"Bearer guess", "kcidb-token", "''"})
    void shouldDemandToken(String authorization) throws Exception {
        HttpResponse<String> answer = Http.post(kcidb.submitUrl(), authorization, DOCUMENT);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).getString("status")).isEqualTo("error");
        assertThat(kcidb.documents()).isEmpty();
    }

    @Test
    void shouldTellStatusOnlyOfWhatItKnows() throws Exception {
        assertThat(Http.get(uri("/status"), BEARER).statusCode()).isEqualTo(400);
        assertThat(Http.get(uri("/status?id=a-b"), BEARER).statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = Http.get(uri("/status?id=abc"), BEARER);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).getString("status")).isEqualTo("notfound");
    }

    @Test
    void shouldOfferTheOtherPaths() throws Exception {
        assertThat(Http.get(uri("/health"), null).body()).isEqualTo("OK");
        assertThat(Http.get(uri("/authtest"), BEARER).statusCode()).isEqualTo(200);
        assertThat(Http.get(uri("/authtest"), null).statusCode()).isEqualTo(401);
        assertThat(Http.get(uri("/submit"), BEARER).statusCode()).isEqualTo(405);
        assertThat(Http.get(uri("/nowhere"), BEARER).statusCode()).isEqualTo(404);
        submit(DOCUMENT);
        assertThat(Http.get(kcidb.documentsUrl(), null).body()).contains("riscv:7f3a");
    }

    @Test
    void shouldFailWhenTold() throws Exception {
        kcidb.script().answerNext(Answer.unavailable(Duration.ofSeconds(7)), Answer.text(200, "<html>"));
        kcidb.script().failNext(1);

        HttpResponse<String> unavailable = submit(DOCUMENT);
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).contains("7");
        assertThat(submit(DOCUMENT).body()).isEqualTo("<html>");
        assertThat(kcidb.documents()).isEmpty();
        assertThat(status(json(submit(DOCUMENT)).getString("id"))).isEqualTo("failed");
        assertThat(kcidb.posts()).isEqualTo(3);
    }

    @Test
    void shouldHangUpBeforeOrAfterKeepingDocument() {
        kcidb.script().answerNext(Answer.hangUp());
        assertThatThrownBy(() -> submit(DOCUMENT)).isInstanceOf(IOException.class);
        assertThat(kcidb.documents()).isEmpty();

        kcidb.script().dropAnswers(1);
        assertThatThrownBy(() -> submit(DOCUMENT)).isInstanceOf(IOException.class);
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void shouldRunHookBetweenKeepingAndAnswering() throws Exception {
        var seen = new AtomicInteger();
        kcidb.script().afterStoring(() -> seen.set(kcidb.documents().size()));
        submit(DOCUMENT);
        assertThat(seen).hasValue(1);
    }

    @Test
    void shouldKnowInvalidDocumentFromOneThatFailsForAnotherReason() throws Exception {
        try (var strict = new KcidbStandIn("t", KcidbStandInTest::violations)) {
            strict.script().failNext(1);
            Http.post(strict.submitUrl(), "Bearer t", DOCUMENT);
            assertThat(strict.documents().get(0).valid()).isTrue();
            assertThat(strict.documents().get(0).good()).isFalse();
            assertThat(strict.violations()).isEmpty();
            strict.requireValidDocuments();

            Http.post(strict.submitUrl(), "Bearer t", DOCUMENT.replace("3}", "2}"));
            StoredDocument invalid = strict.documents().get(1);
            assertThat(invalid.valid()).isFalse();
            assertThat(invalid.good()).isFalse();
            assertThat(strict.violations()).containsExactly(invalid.id() + " /version/minor: must be 3");
            assertThatThrownBy(strict::requireValidDocuments)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(invalid.id() + " /version/minor: must be 3");

            strict.clear();
            assertThat(strict.documents()).isEmpty();
            strict.requireValidDocuments();
        }
    }

    private static List<String> violations(String text) {
        return text.contains("\"minor\": 3") ? List.of() : List.of("/version/minor: must be 3");
    }

    private HttpResponse<String> submit(String body) throws IOException, InterruptedException {
        return Http.post(kcidb.submitUrl(), BEARER, body);
    }

    private String status(String id) throws IOException, InterruptedException {
        return json(Http.get(uri("/status?id=" + id), BEARER)).getString("status");
    }

    private URI uri(String path) {
        return kcidb.submitUrl().resolve(path);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
