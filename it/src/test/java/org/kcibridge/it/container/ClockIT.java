package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.IntegrationTest;

/** The bridge goes by the clock that tests move. */
@IntegrationTest
class ClockIT extends BridgeTest {

    @Test
    void asksASilentRunnerWhenTheDeadlineHasPassed() {
        tuxSuite.script().silent(true);
        String job = scheduleBuild(Map.of());
        awaitBuilt(job);

        database.clock().advance(Duration.ofHours(3));

        awaitDelivery(job);
        assertThat(database.value("select proof from callback")).isEqualTo("ASKED");
    }

    @Test
    void endsATokenWhenItsTimeIsOver() {
        String token = "a-token-for-an-hour";
        given.token("reader", token)
                .with("expires_at", OffsetDateTime.now().plusHours(1).toString())
                .create();
        assertThat(api.with(token).get("/jobs").status()).isEqualTo(200);

        database.clock().advance(Duration.ofMinutes(61));

        assertThat(api.with(token).get("/jobs").status()).isEqualTo(401);
    }

    @Test
    void standsStill() {
        Instant moment = Instant.parse("2030-02-28T23:59:59Z");
        database.clock().stopAt(moment);
        tuxSuite.script().silent(true);

        String job = scheduleBuild(Map.of());

        assertThat(OffsetDateTime.parse(job(job).getString("created_at")).toInstant())
                .isEqualTo(moment);
    }

    @Test
    void startsEachTestAtTheRealTime() {
        OffsetDateTime now = OffsetDateTime.parse(database.value("select to_json(now()) #>> '{}'"));
        assertThat(Duration.between(now.toInstant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
    }

    private void awaitBuilt(String job) {
        String uid = job(job).getString("runner_uid");
        await().atMost(PATIENCE).until(() -> tuxSuite.builds().get(uid).getString("state"), "finished"::equals);
    }
}
