package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.IntegrationTest;

/** What happens between one test and the next, seen from in between. */
@IntegrationTest
class WorkingBridgeIT extends BridgeTest {

    private final WorkingBridge between = new WorkingBridge();

    @AfterEach
    void beginAgain() {
        between.begin();
    }

    @Test
    void worksDuringATestAndStandsStillAfterIt() {
        assertThat(bench.bridge().isWorking()).isTrue();

        between.end();
        assertThat(bench.bridge().isWorking()).isFalse();

        between.begin();
        assertThat(bench.bridge().isWorking()).isTrue();
    }

    @Test
    void failsATestInWhichKcidbWasSentWhatViolatesItsSchema() {
        sendToKcidb("{\"version\":{\"major\":5,\"minor\":3},\"builds\":[{\"id\":\"riscv:1\",\"origin\":\"riscv\"}]}");

        assertThatThrownBy(() -> between.end())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("KCIDB got what violates its schema")
                .hasMessageContaining("checkout_id");
        assertThat(bench.bridge().isWorking())
                .as("it stands still nevertheless")
                .isFalse();
        between.end();
    }

    @Test
    void beginsATestAtTheRealTimeAmongStandInsThatBehave() {
        database.clock().advance(Duration.ofDays(1));
        tuxSuite.script().refuseNext(400, "no");
        between.end();

        between.begin();

        assertThat(database.count("select abs(extract(epoch from now() - pg_catalog.now()))::int"))
                .isZero();
        assertThat(api.build(Map.of()).status()).isEqualTo(201);
    }

    @Test
    void failsATestThatLeftAFaultOpen() {
        database.failOn("insert", "job", "true");

        assertThatThrownBy(() -> between.end())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("a fault was not closed: ")
                .hasMessageContaining("job");
        between.begin();
        assertThat(api.build(Map.of()).status()).as("it is ended").isEqualTo(201);
    }

    @Test
    void forgetsWhatStandInsWereAsked() {
        awaitDelivery(scheduleBuild(Map.of()));
        assertThat(kcidb.documents()).isNotEmpty();

        between.end();

        assertThat(kcidb.documents()).isEmpty();
        assertThat(tuxSuite.builds()).isEmpty();
        assertThat(tuxSuite.requests().to("POST", "/builds")).isEmpty();
    }

    private void sendToKcidb(String document) {
        int status = Exchange.of(HttpRequest.newBuilder(kcidb.submitUrl())
                        .header("Authorization", "Bearer kcidb-token")
                        .POST(BodyPublishers.ofString(document))
                        .build())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }
}
