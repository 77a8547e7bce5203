package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.SlowTest;

/** The bridge lives, and its database connections end in the middle of the flow. */
@SlowTest
class CutConnectionsIT extends CrashTest {

    @Test
    void outlivesItsDatabaseConnectionsWhileItOrders() {
        flow.tuxSuite.script().beforeAnswering(flow::cutDatabase);
        assertThat(flow.build().status()).isEqualTo(201);
        flow.behave();

        flow.assertReportedOnce(1);
        assertThat(flow.builds()).hasSize(1);
    }

    @Test
    void outlivesItsDatabaseConnectionsWhenACallbackIsKept() {
        flow.onCallback(flow::cutDatabase);
        flow.build();

        flow.assertReportedOnce(1);
    }

    @Test
    void outlivesItsDatabaseConnectionsWhileItApplies() {
        flow.whileApplying(flow::cutDatabase);
        await().atMost(Flow.PATIENCE).until(() -> flow.database.count("select attempts from callback") > 0);
        flow.database.update("update callback set due_at = now()");

        flow.assertReportedOnce(1);
    }

    @Test
    void outlivesItsDatabaseConnectionsWhileItSends() {
        flow.kcidb.script().afterStoring(flow::cutDatabase);
        flow.build();
        await().atMost(Flow.PATIENCE).until(() -> !flow.kcidb.documents().isEmpty());
        flow.behave();

        flow.assertReportedOnce(1);
    }
}
