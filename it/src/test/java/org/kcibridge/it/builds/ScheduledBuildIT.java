package org.kcibridge.it.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kcibridge.it.builders.RowAssert.assertRow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** What a request for a build leaves in the database. */
@IntegrationTest
class ScheduledBuildIT extends BridgeTest {

    private static final String BUILD =
            """
            {"toolchain": "clang-19", "tree": "mainline", "branch": "for-next", "fragments": ["CONFIG_KASAN=y"],
             "architecture": "arm64", "git_sha": "0f61b1860cc3f52aef9036d7235ed1f017632193", "targets": ["kernel"],
             "make_variables": {"LLVM": "1"}}""";

    @BeforeEach
    void letTheRunnerWork() {
        tuxSuite.script().silent(true);
    }

    @Test
    void isAJobWithTheRunner() {
        Reply reply = api.post("/builds/run", BUILD);

        assertThat(reply.status()).isEqualTo(204);
        assertRow(database, "job", job(reply))
                .has("kind", "BUILD")
                .has("state", "SUBMITTED")
                .has("runner", "tuxsuite")
                .has("origin", "riscv")
                .has("attempts", 0)
                .has("last_error", null)
                .has("build_id", null)
                .hasSome("runner_uid")
                .hasSome("due_at");
        assertThat(database.value("select request from job"))
                .contains("clang-19", "for-next", "CONFIG_KASAN=y", "LLVM");
        assertThat(database.value("select job_id from claim")).isEqualTo(job(reply));
    }

    @Test
    void isAJobThatTheRunnerRefused() {
        tuxSuite.script().refuseNext(400, "no such toolchain");

        Reply reply = api.post("/builds/run", BUILD);

        assertThat(reply.status()).isEqualTo(502);
        assertRow(database, "job", database.value("select id from job"))
                .has("state", "REJECTED")
                .has("runner_uid", null)
                .has("due_at", null)
                .hasSome("last_error");
        assertThat(database.count("select count(*) from claim")).isZero();
    }

    private static String job(Reply reply) {
        String location = reply.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
