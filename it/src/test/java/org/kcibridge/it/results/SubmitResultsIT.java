package org.kcibridge.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.kcibridge.it.results.Lab.run;
import static org.kcibridge.it.results.Lab.test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** Results that a lab hands in reach KCIDB, complete and once. */
@IntegrationTest
class SubmitResultsIT extends BridgeTest {

    private static final JsonObject RUN = run(
            "nightly-7",
            test("boot", "boot", "pass"),
            test("ltp", "ltp-smoke", "Fail", "one\n[   12.3] BUG: two\n"),
            test("kselftest", "timers.sh", "UNKNOWN"));

    private final Lab lab = new Lab(api);

    @Test
    void carriesResultsFromALabToKcidb() {
        Reply reply = lab.submit(RUN);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.response().body()).isEmpty();
        String submission = reply.header("Location");
        assertThat(submission).startsWith(api.uri("/submissions/").toString());
        awaitDelivery();
        JsonObject document = kcidb.documents().get(0).object();
        assertThat(new KcidbSchema().violations(document.toString())).isEmpty();
        List<JsonObject> tests = document.getJsonArray("tests").getValuesAs(JsonObject.class);
        assertThat(tests)
                .extracting(
                        test -> test.getString("id"), test -> test.getString("path"), test -> test.getString("status"))
                .containsExactly(
                        tuple("riscv:lab-riscv:nightly-7_boot", "boot", "PASS"),
                        tuple("riscv:lab-riscv:nightly-7_ltp_smoke", "ltp.smoke", "FAIL"),
                        tuple("riscv:lab-riscv:nightly-7_kselftest_timers.sh", "kselftest.timers_sh", "ERROR"));
        JsonObject failed = tests.get(1);
        assertThat(failed.getString("build_id")).isEqualTo(Lab.BUILD);
        assertThat(failed.getString("log_excerpt")).isEqualTo("one\n[   12.3] BUG: two\n");
        assertThat(failed.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                .isEqualTo("starfive-visionfive-2");
        assertThat(failed.getJsonObject("misc").getString("runtime")).isEqualTo("lab-riscv");
        assertThat(failed.getJsonObject("misc").getString("test_uid")).isEqualTo("nightly-7");
        assertThat(failed.containsKey("start_time")).isTrue();
        assertThat(Lab.follow(failed.getString("log_url")).body()).asString().isEqualTo("one\n[   12.3] BUG: two\n");
        assertThat(tests.get(0).containsKey("log_url")).isFalse();
        assertThat(api.get("/tests/" + failed.getString("id")).json()).containsAllEntriesOf(failed);
    }

    @Test
    void showsWhatWasMadeToThoseWhoPreferThat() {
        Reply reply = lab.submitAndShow(RUN);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(reply.header("Location")).endsWith(reply.json().getString("submission_id"));
        assertThat(reply.json().getInt("known")).isZero();
        assertThat(reply.json().getJsonArray("created").getValuesAs(JsonObject.class))
                .hasSize(3)
                .satisfies(
                        test -> assertThat(test)
                                .containsEntry("status", Json.createValue("FAIL"))
                                .containsKeys("id", "path", "log_url"),
                        atIndex(1));
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        lab.submit(RUN);
        String before = rows();

        Reply again = lab.submit(RUN);
        Reply shown = lab.submitAndShow(RUN);

        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("Location")).isNull();
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().getInt("known")).isEqualTo(3);
        assertThat(shown.json().getJsonArray("created")).isEmpty();
        assertThat(shown.json().containsKey("submission_id")).isFalse();
        assertThat(rows()).isEqualTo(before);
        awaitDelivery();
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void addsWhatIsNewOfARun() {
        lab.submit(RUN);

        Reply more =
                lab.submitAndShow(run("nightly-7", test("ltp", "ltp-smoke", "fail"), test("ltp", "access01", "pass")));

        assertThat(more.status()).isEqualTo(201);
        assertThat(more.json().getInt("known")).isEqualTo(1);
        assertThat(more.json().getJsonArray("created").getValuesAs(JsonObject.class))
                .extracting(test -> test.getString("path"))
                .containsExactly("ltp.access01");
        assertThat(database.count("select count(*) from submission")).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another result, build_id, maestro:67a1b2c3d4e5f60718293a4b, pass, was reported before as FAIL",
        "another build, build_id, maestro:another, fail, of build maestro:67a1b2c3d4e5f60718293a4b",
        "another device, device, qemu-riscv64, fail, on starfive-visionfive-2"
    })
    void refusesWhatContradictsWhatKcidbWillKeep(
            String name, String field, String value, String result, String reason) {
        lab.submit(RUN);
        String before = rows();
        JsonObject other = Json.createObjectBuilder(
                        run("nightly-7", test("ltp", "new", "pass"), test("ltp", "ltp-smoke", result, "another log")))
                .add(field, value)
                .build();

        Reply reply = lab.submit(other);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().getString("detail")).contains("another test_uid");
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getString("field")).isEqualTo("tests[1]");
                    assertThat(error.getString("message")).contains("riscv:lab-riscv:nightly-7_ltp_smoke", reason);
                });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void tellsTheRunsOfLabsApartThatCountAlike() {
        lab.submit(run("1", test("boot", "boot", "pass")));
        JsonObject other = Json.createObjectBuilder(run("1", test("boot", "boot", "fail")))
                .add("runtime", "lab-arm")
                .build();

        assertThat(lab.submit(other).status()).isEqualTo(204);
        assertThat(database.count("select count(*) from tests")).isEqualTo(2);
    }

    @Test
    void makesOneSubmissionOfManyEqualOnesAtOnce() {
        List<CompletableFuture<Reply>> replies = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> lab.submit(RUN)))
                .toList();

        List<Reply> all = replies.stream().map(CompletableFuture::join).toList();

        assertThat(all).extracting(Reply::status).containsOnly(204);
        assertThat(all.stream().map(reply -> reply.header("Location")).filter(Objects::nonNull))
                .hasSize(1);
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    @Test
    void storesAllOfItOrNothing() {
        try (var fault = database.failOn("insert", "submission", "true")) {
            // No contract describes that.
            assertThatThrownBy(() -> lab.submit(RUN)).hasMessageContaining("was answered 500");
        }

        assertThat(rows()).isEqualTo("0 0 0 0");
        assertThat(lab.submit(RUN).header("Location")).isNotNull();
    }

    @Test
    void takesTheLargestRunThereIs() {
        String[][] tests = IntStream.range(0, 20_000)
                .mapToObj(i -> test("ltp", "case" + i, "pass"))
                .toArray(String[][]::new);

        assertThat(lab.submit(run("large", tests)).status()).isEqualTo(204);
        assertThat(database.count("select count(*) from tests")).isEqualTo(20_000);
    }

    @Test
    void leavesItToSubmittersToHandResultsIn() {
        assertThat(new Lab(as("submitter")).submit(RUN).status()).isEqualTo(204);
        assertThat(new Lab(as("reader")).submit(RUN).status()).isEqualTo(403);
        assertThat(new Lab(api.with(null)).submit(RUN).status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "test_uid                | {'build_id':'m:1','device':'d','runtime':'r','tests':[T]}",
                "test_uid                | {'test_uid':'a b','build_id':'m:1','device':'d','runtime':'r','tests':[T]}",
                "test_uid                | {'test_uid':4711,'build_id':'m:1','device':'d','runtime':'r','tests':[T]}",
                "build_id                | {'test_uid':'1','device':'d','runtime':'r','tests':[T]}",
                "build_id                | {'test_uid':'1','build_id':'no origin','device':'d','runtime':'r','tests':[T]}",
                "build_id                | {'test_uid':'1','build_id':'m:a\\u0000b','device':'d','runtime':'r','tests':[T]}",
                "device                  | {'test_uid':'1','build_id':'m:1','device':' ','runtime':'r','tests':[T]}",
                "device                  | {'test_uid':'1','build_id':'m:1','device':'a\\nb','runtime':'r','tests':[T]}",
                "runtime                 | {'test_uid':'1','build_id':'m:1','device':'d','tests':[T]}",
                "runtime                 | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'a\\ud800','tests':[T]}",
                "tests                   | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r'}",
                "tests                   | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[]}",
                "tests                   | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':T}",
                "tests[0]                | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[null]}",
                "tests[1].result         | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[T,{'test_collection':'c','test_name':'n','result':'maybe'}]}",
                "tests[0].result         | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[{'test_collection':'c','test_name':'n'}]}",
                "tests[0].result         | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[{'test_collection':'c','test_name':'n','result':true}]}",
                "tests[0].test_name      | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[{'test_collection':'c','test_name':'','result':'pass'}]}",
                "tests[0].test_collection| {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[{'test_name':'n','result':'pass'}]}",
                "tests[0].logs           | {'test_uid':'1','build_id':'m:1','device':'d','runtime':'r','tests':[{'test_collection':'c','test_name':'n','result':'pass','logs':['l']}]}"
            })
    void namesTheFieldThatBreaksTheContract(String field, String body) {
        String json = body.replace("T", "{'test_collection':'c','test_name':'n','result':'pass'}")
                .replace('\'', '"');

        Reply reply = api.post("/tests/submit", json);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsOnly(field);
        assertThat(rows()).isEqualTo("0 0 0 0");
    }

    /** How many tests, submissions, artefacts there are, and which tests have which. */
    private String rows() {
        return database.value(
                """
                select (select count(*) from tests) || ' ' || (select count(*) from submission) || ' '
                    || (select count(*) from artefact) || ' ' || (select count(*) from artefact_of_test)""");
    }

    private void awaitDelivery() {
        await("everything is delivered")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from submission where state not in ('SENT', 'CONFIRMED')")
                        == 0);
    }
}
