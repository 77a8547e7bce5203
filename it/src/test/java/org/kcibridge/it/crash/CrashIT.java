package org.kcibridge.it.crash;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.kind.SlowTest;

/** However the server ends in the middle of the flow, one valid report reaches KCIDB. */
@SlowTest
class CrashIT extends CrashTest {

    @ParameterizedTest
    @EnumSource
    void reportsOnceAfterAnEndAt(CrashPoint point) {
        point.reach(flow);
        flow.behave();

        flow.bridge.start();
        if (point == CrashPoint.SUBMITTED_THEN_SIGTERM) {
            // Between closing the application and closing the port the server answers 404 for some 100 ms: whoever
            // calls back just then does not call again, and is asked.
            flow.passDeadline();
        }

        flow.assertReportedOnce(point.posts());
    }
}
