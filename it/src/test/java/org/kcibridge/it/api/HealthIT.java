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
}
