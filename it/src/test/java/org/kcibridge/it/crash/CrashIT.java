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

        flow.assertReportedOnce(point.posts());
    }
}
