package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.Bench;
import org.kcibridge.kind.SlowTest;

/** A bridge that was told no keys asks TuxSuite for them. */
@SlowTest
class PublishedKeysIT extends CrashTest {

    private static CrashingBridge keyless;

    @BeforeAll
    static void haveABridgeWithoutKeys() {
        flow.bridge.kill();
        keyless = new CrashingBridge(Bench.get(), "crash-keyless", Map.of("TUXSUITE_PUBLIC_KEYS", ""));
    }

    @AfterAll
    static void closeIt() {
        keyless.close();
    }

    @Test
    void believesTheSignature() {
        flow.bridge.kill();
        keyless.start();

        assertThat(keyless.api().build(Map.of()).status()).isEqualTo(201);

        flow.assertReportedOnce(1);
        assertThat(flow.database.value("select proof from callback")).isEqualTo("SIGNATURE");
        assertThat(flow.tuxSuite.requests().to("GET", "/keys")).hasSize(1);
    }
}
