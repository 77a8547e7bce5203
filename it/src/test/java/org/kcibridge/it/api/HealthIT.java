package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** What a load balancer and an operator see of the server. */
@IntegrationTest
class HealthIT extends BridgeTest {

    /** A check in the wrong module is silently replaced by one that is always up. */
    @Test
    void isReadyBecauseTheDatabaseAnswers() {
        Reply ready = Bench.get().management("/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("name") + " " + check.getString("status"))
                .contains("database UP");
    }

    /** A log that somebody fills on purpose is not read; a number that grows is seen. */
    @Test
    void countsCallbacksThatProveNothing() {
        double before = refused();

        Reply reply = api.with(null).post("/tuxsuite/callback/test", "{}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(refused()).isEqualTo(before + 1);
    }

    private static double refused() {
        return Bench.get()
                .management("/metrics")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("kci_bridge_callbacks_refused_total") && line.contains("door=\"test\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
