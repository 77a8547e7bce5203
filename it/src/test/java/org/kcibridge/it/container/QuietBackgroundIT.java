package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.isolation.IsolatedDatabase;
import org.kcibridge.kind.IntegrationTest;

/** The bridge works by itself only while a test runs, and can be told to stand still in the middle of one. */
@IntegrationTest
class QuietBackgroundIT extends BridgeTest {

    @AfterEach
    void goOn() {
        bench.bridge().resume();
    }

    @Test
    void standsStillWhenTold() {
        bench.bridge().pause();

        String job = scheduleBuild(Map.of());

        // The callback is kept by the request that brings it, and applied by nobody.
        tuxSuite.sendCallback(job(job).getString("runner_uid"));
        assertThat(database.value("select state from callback")).isEqualTo("RECEIVED");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
        bench.bridge().resume();
        awaitDelivery(job);
    }

    @Test
    void pausingTwiceIsPausingOnce() {
        bench.bridge().pause();
        bench.bridge().pause();
        bench.bridge().resume();

        awaitDelivery(scheduleBuild(Map.of()));
    }

    /** A restored database stays as it is: what was under way before has ended. */
    @Test
    void leavesNothingUnderWayBehind() {
        for (int i = 0; i < 20; i++) {
            scheduleBuild(Map.of("branch", "branch-" + i));
        }
        new WorkingBridge().end();

        IsolatedDatabase.current().restore();

        assertThat(IsolatedDatabase.current().leaks()).isEmpty();
    }
}
