package org.kcibridge.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Health says what a load balancer has to know, and in its data what a person has to. */
@IntegrationTest
class ChecksIT extends BridgeTest {

    /** Exactly these: where a check is in the wrong part of the EAR, the server puts one of its own that is always up. */
    @Test
    void isLiveReadyAndStartedForReasonsOfItsOwn() {
        assertThat(Checks.of("live").all()).containsExactly("heartbeat UP");
        assertThat(Checks.of("started").all()).containsExactly("schema UP");
        assertThat(Checks.of("ready").all())
                .contains("database UP", "schema UP", "disk UP", "kcidb UP", "outbox UP", "mode UP")
                .noneMatch(check -> check.startsWith("ready-deployment"));
    }

    @Test
    void tellsWhichSchemaItFound() {
        int newest = database.count(
                "select max(version::integer) from flyway_schema_history where success and version is not null");

        assertThat(Checks.of("started").data("schema").getInt("version")).isEqualTo(newest);
        assertThat(Checks.of("started").data("schema").getInt("needed")).isEqualTo(newest);
    }

    /** Somebody has put back a backup that is older than this node. */
    @Test
    void isNotReadyWhenMigrationsAreMissing() {
        database.update(
                """
                update flyway_schema_history set success = false
                where installed_rank = (select max(installed_rank) from flyway_schema_history)""");
        try {
            assertThat(Checks.of("ready").status()).isEqualTo(503);
            assertThat(Checks.of("ready").all()).contains("schema DOWN", "database UP");
        } finally {
            database.update("update flyway_schema_history set success = true");
        }
    }

    /** Callbacks must go on coming in, so this is said in the data. */
    @Test
    void staysReadyWhenReportsWaitForTooLong() {
        assertThat(Checks.of("ready").data("outbox").getString("reports")).isEqualTo("in time");
        standStill();
        given.submission().with("job_id", null).create();
        database.update("update submission set created_at = now() - interval '2 hours'");

        Checks ready = Checks.of("ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.data("outbox").getString("reports")).isEqualTo("late");
        assertThat(ready.data("outbox").getInt("oldest_seconds")).isBetween(7_199, 7_300);
    }

    @Test
    void staysReadyWhenKcidbRefusesUs() {
        standStill();
        database.update("update destination set state = 'UNAUTHORISED', due_at = now()");

        Checks ready = Checks.of("ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.data("kcidb").getString("delivery")).isEqualTo("unauthorised");
    }
}
