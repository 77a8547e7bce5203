package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.ValidationTest;

/** What a client hears that makes a mistake: which field, and why. */
@ValidationTest
class ErrorsIT extends BridgeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'master'}",
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'master','kconfig':'','fragments':[]}",
                "toolchain      | {'tree':'mainline','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'no-such-tree','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'ssh://git@example.org/x','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'https://me:secret@example.org/x','branch':'master','kconfig':'d'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':'a b','kconfig':'defconfig'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':7,'kconfig':'defconfig'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':'-rf','kconfig':'defconfig'}",
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'file:///etc/passwd'}",
                "fragments[0]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['a\\u0000b']}",
                "fragments[0]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['a\\ud800b']}",
                "runner         | {'runner':'other','toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d'}",
                "fragments[1]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['CONFIG_A=y',' ']}",
                "fragments      | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':'CONFIG_A=y'}",
                "git_sha        | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d','git_sha':'abc'}",
                "architecture   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d','architecture':'RISC V'}"
            })
    void namesTheFieldThatBreaksTheContract(String field, String body) {
        Reply reply = api.post("/builds/run", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
        assertThat(api.items("/jobs")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void refusesBodiesThatAreNoObject(String body) {
        assertThat(api.post("/builds/run", body).status()).isEqualTo(422);
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(api.build(Map.of("colour", "blue")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs/", "/submissions/"})
    void tellsMalformedFromUnknownIds(String path) {
        assertThat(api.get(path + "12").status()).isEqualTo(400);
        Reply unknown = api.get(path + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().getString("detail")).contains("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/builds/", "/checkouts/"})
    void tellsMalformedFromUnknownReportIds(String path) {
        assertThat(api.get(path + "No-Origin").status()).isEqualTo(400);
        Reply unknown = api.get(path + "riscv:of/nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().getString("detail")).contains("riscv:of/nobody not found");
    }

    @ParameterizedTest
    @CsvSource({"page=0, page", "page=x, page", "pageSize=501, pageSize"})
    void refusesPagesThatCannotBe(String query, String parameter) {
        Reply reply = api.get("/jobs?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("detail")).startsWith(parameter);
    }

    @Test
    void pagesThroughEverythingOnce() {
        tuxSuite.script().silent(true);
        for (int i = 0; i < 5; i++) {
            scheduleBuild(Map.of("branch", "branch-" + i));
        }

        var pages = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> api.items("/jobs?pageSize=2&page=" + page))
                .toList();

        assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(pages.stream()
                        .flatMap(List::stream)
                        .map(job -> job.getString("id"))
                        .distinct())
                .hasSize(5);
        assertThat(api.items("/jobs?pageSize=2&page=4")).isEmpty();
        JsonObject pagination = api.get("/jobs?pageSize=2").json().getJsonObject("pagination");
        assertThat(pagination.getInt("totalItems")).isEqualTo(5);
        assertThat(pagination.getInt("totalPages")).isEqualTo(3);
    }

    @Test
    void hidesEverythingInternal() {
        assertThat(api.get("/nothing/here").status()).isEqualTo(404);
        assertThat(api.get("/nothing/here").response().body()).doesNotContain("org.", "Exception", "RESTEASY");
    }
}
