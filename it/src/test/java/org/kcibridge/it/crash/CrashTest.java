package org.kcibridge.it.crash;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.kcibridge.it.container.Bench;

/** What tests begin with in which a bridge dies: one that lives and knows of nothing. */
abstract class CrashTest {

    static Flow flow;

    @BeforeAll
    static void haveABridge() {
        flow = Flow.of(Bench.get());
    }

    @BeforeEach
    void beginAnew() {
        flow.beginAnew();
    }

    @AfterEach
    void leaveStandInsAsTheyWere() {
        flow.leaveStandIns();
    }
}
