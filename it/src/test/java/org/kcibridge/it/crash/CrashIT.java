package org.kcibridge.it.crash;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.kind.SlowTest;

/** However the server ends in the middle of the flow, one valid report reaches KCIDB. */
@SlowTest
class CrashIT extends CrashTest {

    /** Each point once at least; all of both when all are wanted, since each costs the start of a server. */
    static Stream<Arguments> ends() {
        List<CrashPoint> inOrder = Breadth.ofRun().all()
                ? List.of(CrashPoint.values())
                : List.of(CrashPoint.SUBMITTED, CrashPoint.STORED_NOT_ANSWERED);
        return Stream.concat(
                Stream.of(CrashPoint.values()).map(point -> Arguments.of(point, End.KILLED)),
                inOrder.stream().map(point -> Arguments.of(point, End.STOPPED)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("ends")
    void reportsOnceAfterAnEndAt(CrashPoint point, End end) {
        point.reach(flow, end);
        flow.behave();

        flow.bridge.start();
        if (end == End.STOPPED) {
            // Between closing the application and closing the port the server answers 404 for some 100 ms: whoever
            // calls back just then does not call again, and is asked.
            flow.passDeadline();
        }

        flow.assertReportedOnce(point.posts());
    }
}
