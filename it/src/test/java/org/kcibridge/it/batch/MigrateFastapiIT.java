package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Fault;
import org.kcibridge.kind.IntegrationTest;

/** The old tables lie in a schema of the same database; each test has them to itself. */
@IntegrationTest
class MigrateFastapiIT extends BatchTest {

    private static final String JOB = "migrate-fastapi";
    private static final String BUILD = "maestro:67f82f96b76f1f0f9d83eb3e";

    private OldTables old;

    @BeforeEach
    void restoreOldTables() {
        old = OldTables.in(database, "fastapi");
    }

    @AfterEach
    void dropOldTables() {
        old.close();
    }

    @Test
    void sendsTheBuildThatKcidbHasNotGot() {
        old.build("2vimBuild");
        old.built("2vimBuild", "pass", false);

        assertThat(migrate().getString("exit_status")).isEqualTo("1 builds to be sent, 1 jobs over");

        String job = jobOf("2vimBuild");
        awaitDelivery(job);
        JsonObject build = api.get("/builds/riscv:2vimBuild").json();
        assertThat(build.getString("status")).isEqualTo("PASS");
        assertThat(build.getString("start_time")).isEqualTo("2025-04-14T13:14:48.701202+00:00");
        assertThat(build.getString("compiler")).isEqualTo("gcc-13");
        assertThat(build.getString("log_url"))
                .isEqualTo("https://storage.tuxsuite.com/public/riscv/kernelci/builds/2vimBuild/build.log");
        assertThat(build.getJsonArray("output_files")).hasSize(2);
        assertThat(api.get("/checkouts/" + build.getString("checkout_id"))
                        .json()
                        .getString("tree_name"))
                .isEqualTo("mainline");
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        assertThat(job(job).getString("created_at")).startsWith("2025-04-14T13:14:48");
        assertThat(claims()).as("a branch can be built again").isZero();
    }

    @Test
    void sendsResultsUnderTheIdsTheyHadAndAddsWhatTheyLacked() {
        String id = idOf("2vimTest", "ltp", "ltp-smoke");
        old.tests("2vimTest", BUILD, "ltp", "ltp-smoke");
        old.received(BUILD, false, "ltp-smoke");
        old.unsent("2vimTest", BUILD, Map.of(id, "UNKNOWN"));

        assertThat(migrate().getString("exit_status")).isEqualTo("1 jobs over, 1 results to be sent");

        awaitDelivery(jobOf("2vimTest"));
        JsonObject test = api.get("/tests/" + id).json();
        assertThat(test.getString("status")).isEqualTo("ERROR");
        assertThat(test.getString("path")).isEqualTo("ltp.smoke");
        assertThat(test.getString("start_time")).isEqualTo("2025-04-14T13:14:48+00:00");
        assertThat(test.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                .isEqualTo("qemu-riscv64");
        assertThat(test.getJsonObject("misc").getString("runtime")).isEqualTo("tuxsuite");
    }

    @Test
    void sendsNothingThatWasSentBefore() {
        old.build("2vimBuild");
        old.built("2vimBuild", "fail", true);
        old.tests("2vimTest", BUILD, "ltp", "ltp-smoke", "ltp-nptl");
        old.received(BUILD, true, "ltp-smoke");
        old.received(BUILD, false, "ltp-nptl");
        old.unsent("2vimTest", BUILD, Map.of(idOf("2vimTest", "ltp", "ltp-smoke"), "PASS"));

        assertThat(migrate().getString("exit_status"))
                .isEqualTo("1 builds sent before, 2 jobs over, 1 results lost before, 1 results sent before");

        assertThat(database.count("select count(*) from submission")).isZero();
        assertThat(api.get("/builds/riscv:2vimBuild").json().getString("status"))
                .isEqualTo("FAIL");
        assertThat(api.get("/tests/" + idOf("2vimTest", "ltp", "ltp-smoke"))
                        .json()
                        .getString("status"))
                .isEqualTo("PASS");
        assertThat(api.get("/tests/" + idOf("2vimTest", "ltp", "ltp-nptl")).json())
                .as("nobody here knows how it ended")
                .doesNotContainKey("status");
    }

    @Test
    void letsNothingBeRunAgain() {
        old.tests("2vimTest", BUILD, "ltp", "ltp-smoke");
        old.received(BUILD, true, "ltp-smoke");
        old.tests("2vimBoot", BUILD, "boot", "boot");
        old.run(BUILD, "ltp-fsx");

        assertThat(migrate().getString("exit_status"))
                .isEqualTo("2 jobs over, 1 jobs under way, 1 results sent before");

        assertThat(claims()).isEqualTo(3);
        Reply again = api.post(
                "/tests/run",
                """
                {"build_id": "%s", "kernel_image_url": "https://files.example.org/Image", "modules_url": "",
                 "tests": ["boot", "ltp-smoke", "ltp-fsx"], "collection": "ltp"}"""
                        .formatted(BUILD));
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.response().headers().firstValue("Location")).isEmpty();
        assertThat(tuxSuite.testOrders()).isEmpty();
    }

    @Test
    void changesNothingTheSecondTimeAndEndsWhatWasUnderWay() {
        String id = idOf("2vimTest", "ltp", "ltp-smoke");
        old.build("2vimBuild");
        old.built("2vimBuild", "pass", true);
        old.tests("2vimTest", BUILD, "ltp", "ltp-smoke");
        assertThat(migrate().getString("exit_status")).isEqualTo("1 builds sent before, 1 jobs over, 1 jobs under way");
        String job = jobOf("2vimTest");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");

        assertThat(migrate().getString("exit_status")).isEqualTo("2 jobs known");
        old.received(BUILD, false, "ltp-smoke");
        old.unsent("2vimTest", BUILD, Map.of(id, "PASS"));
        assertThat(migrate().getString("exit_status")).isEqualTo("1 jobs known, 1 jobs over, 1 results to be sent");
        assertThat(migrate().getString("exit_status")).isEqualTo("2 jobs known");

        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        assertThat(database.count("select count(*) from job")).isEqualTo(2);
        awaitDelivery(job);
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    /** Its callback went to the old service, which is no more: TuxSuite is asked. */
    @Test
    void finishesWhatTheOldServiceNeverHeardOf() {
        tuxSuite.script().silent(true).buildTime(Duration.ZERO);
        String ours = scheduleBuild(Map.of());
        awaitJob(ours, "SUBMITTED");
        String uid = job(ours).getString("runner_uid");
        database.update("delete from claim");
        database.update("delete from job");
        old.build(uid);
        // It breaks down by the runner's fault at first, which is not the last word.
        old.built(uid, "error", false);

        assertThat(migrate().getString("exit_status")).isEqualTo("1 jobs under way");
        assertThat(claims()).as("it is not built a second time meanwhile").isEqualTo(1);
        assertThat(run("reconcile-jobs", Map.of()).getString("exit_status")).isEqualTo("1 jobs were answered for");

        String job = jobOf(uid);
        awaitJob(job, "FINISHED");
        awaitDelivery(job);
        assertThat(job(job).getString("build_id")).isEqualTo("riscv:" + uid);
    }

    /** It has no secret, as the old service gave it none; who signs needs none. */
    @Test
    void takesSignedCallbacksOfWhatTheOldServiceOrdered() {
        old.build("2vimBuild");
        migrate();
        String body =
                """
                {"kind": "build", "status": {"uid": "2vimBuild", "state": "finished", "result": "fail", "build_status": "fail"}}""";

        Reply kept = api.with(null)
                .post(
                        "/tuxsuite/callback/build",
                        body,
                        "x-tux-payload-signature",
                        tuxSuite.sign(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(kept.status()).isEqualTo(204);
        awaitDelivery(jobOf("2vimBuild"));
        assertThat(api.get("/builds/riscv:2vimBuild").json().getString("status"))
                .isEqualTo("FAIL");
    }

    @Test
    void leavesOutWhatIsNoTestAndCountsIt() {
        String id = idOf("2vimTest", "ltp", "ltp-smoke");
        old.tests("2vimTest", BUILD, "ltp", "ltp-smoke");
        old.unsent("2vimTest", BUILD, Map.of("no id", "PASS", "", "PASS"));
        old.unsent("2vimTest", BUILD, Map.of(id, "PASS"));
        old.unsent("2vimTest", BUILD, Map.of(id, "FAIL"));
        old.build("2vimBuild");
        database.update("update fastapi.scheduled_build set kconfig = null, fragments = '[]'");

        assertThat(migrate().getString("exit_status"))
                .isEqualTo("1 builds skipped, 1 jobs over, 2 results skipped, 1 results to be sent");

        assertThat(api.get("/tests/" + id).json().getString("status"))
                .as("the first one counts")
                .isEqualTo("PASS");
        assertThat(database.count("select count(*) from tests")).isEqualTo(1);
    }

    @Test
    void takesAPortionAsAWholeAndGoesOnFromThereWhenItIsRestarted() {
        for (int i = 0; i < 60; i++) {
            old.tests("test%02d".formatted(i), BUILD, "ltp", "ltp-%02d".formatted(i));
        }
        int id;
        try (Fault fault = database.failOn("insert", "job", "new.runner_uid = 'test55'")) {
            JsonObject failed = migrate();
            id = failed.getInt("id");
            assertThat(failed.getString("state")).isEqualTo("FAILED");
            assertThat(failed.getString("exit_status")).isEqualTo("failed; until then: 50 jobs under way");
        }
        assertThat(database.count("select count(*) from job")).isEqualTo(50);
        assertThat(claims()).isEqualTo(50);

        int restarted = api.post("/batch/executions/%d/restart".formatted(id), "")
                .json()
                .getInt("id");

        assertThat(awaitEnd(restarted).getString("exit_status")).isEqualTo("60 jobs under way");
        assertThat(claims()).isEqualTo(60);
    }

    @Test
    void saysInOneLineWhatIsMissingAndWritesNothing() {
        old.build("2vimBuild");
        database.update("alter table fastapi.scheduled_build rename kconfig to kconfig_url");
        database.update("drop table fastapi.test_results");

        JsonObject execution = migrate();

        assertThat(execution.getString("state")).isEqualTo("FAILED");
        assertThat(execution.getString("exit_status"))
                .isEqualTo("schema fastapi has not, or does not let us read: scheduled_build.kconfig, test_results");
        assertThat(database.count("select count(*) from job")).isZero();
        assertThat(run(JOB, Map.of("schema", "nowhere")).getString("exit_status"))
                .startsWith("schema nowhere has not, or does not let us read: scheduled_build, run_build, ");
    }

    private JsonObject migrate() {
        return run(JOB, Map.of());
    }

    private String jobOf(String uid) {
        await("a job known as " + uid).atMost(PATIENCE).until(() -> jobKnownAs(uid) != null);
        return jobKnownAs(uid);
    }

    private String jobKnownAs(String uid) {
        return database.value("select id::text from job where runner_uid = ?", uid);
    }

    private int claims() {
        return database.count("select count(*) from claim");
    }

    private static String idOf(String uid, String collection, String test) {
        return "riscv:" + Sha256.hex("%s-%s-%s".formatted(uid, collection, test));
    }
}
