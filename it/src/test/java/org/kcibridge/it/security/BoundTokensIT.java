package org.kcibridge.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Whoever is bound to an origin hands in nothing under another one; the tests' bridge reports as riscv. */
@IntegrationTest
class BoundTokensIT extends BridgeTest {

    private static final String BUILD =
            "{'toolchain':'gcc-14','tree':'mainline','branch':'master','kconfig':'defconfig'}";
    private static final String TESTS = "{'build_id':'maestro:1','kernel_image_url':'https://x.example.org/Image'}";
    private static final String RESULTS =
            "{'test_uid':'1','build_id':'maestro:1','device':'d','runtime':'lab','tests':[{'name':'boot','result':'pass'}]}";

    @BeforeEach
    void takeNoWork() {
        tuxSuite.script().silent(true);
    }

    private ApiClient boundTo(String origin, String role) {
        String token = "kcib_bound_to_" + origin;
        given.token(role, token).with("origin", origin).create();
        return api.with(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/builds/run | " + BUILD,
                "/tests/run | " + TESTS,
                "/boot-test/run | " + TESTS,
                "/tests/submit | " + RESULTS,
            })
    void mayNotHandInForAnotherOrigin(String path, String body) {
        Reply other = boundTo("redhat", "submitter").post(path, body.replace('\'', '"'));

        assertThat(other.status()).isEqualTo(403);
        assertThat(other.json().getString("detail")).contains("redhat").contains("riscv");
        assertThat(database.count("select count(*) from job")).isZero();
        assertThat(database.count("select count(*) from submission")).isZero();

        Reply own = boundTo("riscv", "submitter").post(path, body.replace('\'', '"'));

        assertThat(own.status()).isNotEqualTo(403);
    }

    @Test
    void mayNotHandInADocumentForAnotherOrigin() {
        ApiClient bound = boundTo("redhat", "submitter");
        String document = "/tests/submit/document?test_uid=1&build_id=maestro:1&device=d&runtime=lab";

        assertThat(bound.send(bound.request(document)
                                .header("Content-Type", "text/x-ktap")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("KTAP version 1\n1..0\n")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void mayReadEverything() {
        assertThat(boundTo("redhat", "reader").get("/builds").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"redhat, redhat, 202", "redhat, riscv, 403", "riscv, riscv, 202"})
    void mayUploadItsOwn(String bound, String reported, int status) {
        String upload =
                """
                {"version":{"major":5,"minor":3},"checkouts":[{"id":"%1$s:1","origin":"%1$s"}],
                 "issues":[{"id":"%1$s:i","version":1,"origin":"%1$s"}]}"""
                        .formatted(reported);

        assertThat(boundTo(bound, "operator").post("/uploads", upload).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"redhat, 201", "riscv, 403", "'', 403"})
    void doesNotFreeItself(String origin, int status) {
        String token = "{\"name\":\"mine\",\"role\":\"operator\"%s}"
                .formatted(origin.isEmpty() ? "" : ",\"origin\":\"" + origin + "\"");

        assertThat(boundTo("redhat", "operator").post("/tokens", token).status())
                .isEqualTo(status);
    }

    @Test
    void isMadeWithItsOrigin() {
        Reply made = api.post(
                "/tokens",
                "{\"name\":\"ci\",\"role\":\"submitter\",\"origin\":\"redhat\",\"description\":\"nightly\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().getString("description")).isEqualTo("nightly");
        assertThat(api.with(made.json().getString("token"))
                        .post("/builds/run", BUILD.replace('\'', '"'))
                        .status())
                .isEqualTo(403);
        Reply wrong = api.post("/tokens", "{\"name\":\"ci\",\"role\":\"reader\",\"origin\":\"Red Hat\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("origin");
    }
}
