package org.kcibridge.it.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.it.standin.BodyEra;
import org.kcibridge.it.standin.tuxrun.TestCase;
import org.kcibridge.it.standin.tuxrun.TuxRun;
import org.kcibridge.kind.IntegrationTest;

/**
 * TuxSuite tells that a test is over, and KCIDB hears what each case came to. The faults are those of the bridge that we
 * replace, as kcidb.md numbers them in section 3.
 */
@IntegrationTest
class ResultsOfTestsIT extends TestedKernel {

    private static final TuxRun MIXED = TuxRun.of("ltp-smoke")
            .passed("access01")
            .failed("chmod01", "chmod01.c:54: TFAIL: mode is 0644")
            .skipped("ping602")
            .and("kselftest-net")
            .unknown("tls");

    /** Faults 4, 13, 17 and 18: nothing arrived, without platform, under other paths, and without log. */
    @Test
    void reportsEveryCaseAsATestOfItsOwn() {
        tuxSuite.script().nextRuns(MIXED);

        String job = schedule("ltp-smoke", "kselftest-net");

        assertThat(outcomes(job))
                .containsExactly(
                        "boot=PASS",
                        "ltp.access01=PASS",
                        "ltp.chmod01=FAIL",
                        "ltp.ping602=SKIP",
                        "kselftest.tls=ERROR");
        JsonObject failed = reported(job, "ltp.chmod01");
        String folder = tuxSuite.payload(uid(job)).getJsonObject("status").getString("download_url");
        assertThat(failed.getString("id")).isEqualTo("riscv:" + uid(job) + "_ltp-smoke_chmod01");
        assertThat(failed.getString("build_id")).isEqualTo(BUILD);
        assertThat(failed.getString("log_url")).isEqualTo(folder + "logs.txt");
        assertThat(failed.getString("log_excerpt"))
                .contains("TFAIL: mode is 0644")
                .doesNotContain("access01");
        assertThat(failed.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                .isEqualTo("qemu-riscv64");
        assertThat(failed.getJsonObject("misc").getString("runtime")).isEqualTo("tuxsuite");
        assertThat(failed.getJsonObject("misc").getString("collection")).isEqualTo("nightly");
        assertThat(unavailable(failed)).isEmpty();
    }

    /** Faults 3 and 6: posted again on every callback, and taken for delivered whatever KCIDB answered. */
    @Test
    void bringsOneValidDocumentToKcidb() {
        String job = schedule("ltp-smoke", "kunit");

        awaitSubmission(job, "CONFIRMED");

        assertThat(kcidb.documents()).hasSize(1);
        JsonObject document = kcidb.documents().get(0).object();
        assertThat(violations(document)).isEmpty();
        assertThat(document.getJsonArray("tests")).hasSize(7);
        assertThat(api.items("/tests")).hasSize(7);
        assertThat(job(job).getString("build_id")).isEqualTo(BUILD);
    }

    /** Fault 5: times went without an offset, and KCIDB took none of them. Fault 18: they were those of the request. */
    @Test
    void tellsWhenACaseBegan() {
        tuxSuite.script().nextRuns(TuxRun.of("ltp-smoke").failed("chmod01", "one line"));
        String job = schedule("ltp-smoke");

        OffsetDateTime boot = OffsetDateTime.parse(reported(job, "boot").getString("start_time"));
        OffsetDateTime chmod = OffsetDateTime.parse(reported(job, "ltp.chmod01").getString("start_time"));

        assertThat(chmod).isAfterOrEqualTo(boot);
    }

    /** Fault 11: the older bodies were 422. */
    @ParameterizedTest
    @EnumSource(BodyEra.class)
    void readsCallbacksOfBothEras(BodyEra era) {
        tuxSuite.script().era(era);

        assertThat(outcomes(schedule("ltp-smoke"))).hasSize(4).allMatch(outcome -> outcome.endsWith("=PASS"));
    }

    /** Fault 9: without a signature there was a 422. */
    @Test
    void believesTheSecretOfAJobWhereNothingIsSigned() {
        tuxSuite.script().signing(false);

        assertThat(outcomes(schedule("ltp-smoke"))).hasSize(4);
        assertThat(database.value("select proof from callback")).isEqualTo("SECRET");
    }

    /** Fault 15: LAVA's word on a suite, that it ran to its end, was taken for its result. */
    @Test
    void goesByTheCasesAndNotByWhatLavaSaysOfTheSuite() {
        tuxSuite.script()
                .nextRuns(TuxRun.of("ltp-smoke")
                        .passed("access01")
                        .failed("chmod01")
                        .saying("ltp-smoke", "pass"));

        assertThat(outcomes(schedule("ltp-smoke")))
                .containsExactly("boot=PASS", "ltp.access01=PASS", "ltp.chmod01=FAIL");
    }

    /** Fault 16: suites with their index before the name were not found, and missing. */
    @Test
    void findsSuitesBehindTheirIndex() {
        tuxSuite.script().nextRuns(MIXED.indexed());

        assertThat(outcomes(schedule("ltp-smoke", "kselftest-net")))
                .hasSize(5)
                .noneMatch(outcome -> outcome.endsWith("=MISS"));
    }

    /** Fault 12: "unknown" was sent as it is, which KCIDB refuses. */
    @Test
    void callsAnErrorWhatTheDeviceSaidNothingOf() {
        tuxSuite.script().nextRuns(TuxRun.of("kunit").unknown("example"));

        assertThat(outcomes(schedule("kunit"))).containsExactly("boot=PASS", "kunit.example=ERROR");
    }

    /** Fault 8: a callback with a suite that nobody had asked for was a 500, and its result lost. */
    @Test
    void reportsSuitesThatNobodyAskedFor() {
        tuxSuite.script()
                .nextRuns(TuxRun.of("ltp-smoke").passed("access01").and("kunit").passed("example"));

        assertThat(outcomes(schedule("ltp-smoke")))
                .containsExactly("boot=PASS", "ltp.access01=PASS", "kunit.example=PASS");
    }

    @Test
    void callsAFailedBootAFailureAndWhatCouldNotRunMissing() {
        tuxSuite.script().nextRuns(TuxRun.bootFailed("Kernel panic - not syncing: VFS: Unable to mount root fs"));

        String job = schedule("ltp-smoke", "kunit");

        assertThat(outcomes(job)).containsExactly("boot=FAIL", "ltp=MISS", "kunit=MISS");
        assertThat(reported(job, "boot").getString("log_excerpt")).contains("Unable to mount root fs");
    }

    @Test
    void callsASuiteMissingThatNeverReported() {
        tuxSuite.script().nextRuns(TuxRun.of("ltp-smoke").passed("access01"));

        assertThat(outcomes(schedule("ltp-smoke", "kunit")))
                .containsExactly("boot=PASS", "ltp.access01=PASS", "kunit=MISS");
    }

    /** A kernel is not to blame for the lab; and what the lab will try again is not its last word. */
    @Test
    void neverCallsTroubleOfTheLabAFailure() {
        tuxSuite.script().nextRuns(TuxRun.infrastructureError(0));
        String job = schedule("ltp-smoke");
        await("the first attempt is heard of")
                .atMost(PATIENCE)
                .until(
                        () -> database.value("select state from callback where job_id = ?::uuid", job),
                        "IGNORED"::equals);
        assertThat(api.items("/tests")).isEmpty();

        tuxSuite.sendCallback(uid(job), TuxRun.infrastructureError(2));

        assertThat(outcomes(job)).hasSize(2).noneMatch(outcome -> outcome.endsWith("=FAIL"));
    }

    /** Fault 18: the log was downloaded and thrown away, and what could not be had was lost. */
    @Test
    void reportsWithoutCasesWhenThereAreNoResultsAndSaysWhy() {
        tuxSuite.script().onDownload("results.json").answerAll(Answer.empty(404));
        String job = schedule("ltp-smoke");
        await("it is looked for")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback where reason like '%404%'") == 1);
        assertThat(api.items("/tests")).as("while it may still come").isEmpty();

        database.clock().advance(Duration.ofMinutes(10));

        assertThat(outcomes(job)).containsExactly("boot=PASS", "ltp=DONE");
        assertThat(unavailable(reported(job, "ltp"))).containsOnlyKeys("results.json");
        assertThat(unavailable(reported(job, "ltp")).get("results.json").toString())
                .contains("answered 404");
    }

    @Test
    void waitsForResultsWhoseServerIsInTrouble() {
        tuxSuite.script().onDownload("results.json").answerNext(Answer.unavailable(Duration.ZERO));
        String job = schedule("ltp-smoke");
        await("it is looked for")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback where reason like '%503%'") == 1);

        database.clock().advance(Duration.ofMinutes(10));

        assertThat(outcomes(job)).contains("ltp.smoke01=PASS").hasSize(4);
    }

    /** Fault 21: whatever a callback named was fetched, of any size. */
    @Test
    void fetchesNoResultsBeyondMeasure() {
        tuxSuite.script().onDownload("results.json").answerAll(Answer.oversized(1L << 40));

        String job = schedule("ltp-smoke");

        assertThat(outcomes(job)).containsExactly("boot=PASS", "ltp=DONE");
        assertThat(unavailable(reported(job, "boot")).get("results.json").toString())
                .contains("more than");
    }

    /** Fault 21: whatever a callback named was fetched, from anywhere. */
    @Test
    void followsNoAddressThatIsNotAllowed() {
        String job = scheduleLong("ltp-smoke");
        String address = api.server() + "/api/v1/";
        JsonObject payload = tuxSuite.payload(uid(job));
        JsonObject status = Json.createObjectBuilder(payload.getJsonObject("status"))
                .add("state", "finished")
                .add("result", "pass")
                .add("results", Json.createObjectBuilder().add("boot", "pass").add("ltp-smoke", "pass"))
                .add("download_url", address)
                .build();
        String body =
                Json.createObjectBuilder(payload).add("status", status).build().toString();

        assertThat(api.with(null)
                        .post("/tuxsuite/callback/test", body, SECRET, secretOf(job))
                        .status())
                .isEqualTo(204);

        assertThat(outcomes(job)).containsExactly("boot=PASS", "ltp=DONE");
        assertThat(unavailable(reported(job, "boot"))).containsOnlyKeys("results.json", "logs.txt");
        assertThat(unavailable(reported(job, "boot")).get("logs.txt").toString())
                .contains("not fetched");
    }

    /** Faults 6 and 8: told twice, it was posted twice, or a 500. */
    @Test
    void reportsAJobOnceHoweverOftenItIsTold() {
        String job = schedule("ltp-smoke");
        awaitDelivery(job);
        String uid = uid(job);

        assertThat(tuxSuite.sendCallback(uid)).isEqualTo(204);
        assertThat(tuxSuite.sendCallback(uid, TuxRun.bootFailed("panic"))).isEqualTo(204);

        await("the second account is ignored")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from callback where state = 'IGNORED'") == 1);
        assertThat(database.count("select count(*) from callback")).isEqualTo(2);
        assertThat(outcomes(job)).contains("boot=PASS").hasSize(4);
        assertThat(api.items("/tests")).hasSize(4);
        assertThat(kcidb.documents()).hasSize(1);
    }

    @Test
    void reportsABootAlone() {
        assertThat(outcomes(scheduleBoot())).containsExactly("boot=PASS");
    }

    @Test
    void takesThousandsOfCasesAndALongLog() {
        tuxSuite.script()
                .nextRuns(TuxRun.of("ltp-syscalls")
                        .cases(5_000, i -> TestCase.passed("syscall" + i))
                        .logging(50 << 20));

        String job = schedule("ltp-syscalls");

        await("all are reported").atMost(Duration.ofMinutes(2)).until(() -> submissionOf(job)
                .getBoolean("delivered", false));
        assertThat(database.count("select count(*) from tests where status = 'PASS'"))
                .isEqualTo(5_001);
        List<String> documents = kcidb.documents().stream()
                .flatMap(document -> violations(document.object()).stream())
                .toList();
        assertThat(documents).isEmpty();
    }
}
