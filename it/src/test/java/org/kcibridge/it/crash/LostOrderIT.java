package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.kind.SlowTest;

/** The bridge dies while TuxSuite takes its order or builds: nobody knows what the other one knows. */
@SlowTest
class LostOrderIT extends CrashTest {

    /** An order without an answer is placed again; TuxSuite makes a second build of it, and the first may end first. */
    @Test
    void reportsOneOfTwoBuildsOfAnOrderWhoseAnswerWasLost() {
        String first = loseTheAnswerToAnOrder();
        flow.bridge.start();
        flow.awaitJob("SUBMITTED");
        String second = flow.job("runner_uid");
        assertThat(second).isNotEqualTo(first);

        assertThat(flow.tuxSuite.sendCallback(first, BuildOutcome.pass())).isEqualTo(204);
        flow.awaitJob("FINISHED");
        assertThat(flow.tuxSuite.sendCallback(second, BuildOutcome.fail())).isEqualTo(204);

        flow.assertReportedOnce(1);
        assertThat(flow.job("build_id")).isEqualTo("riscv:" + first);
        assertThat(flow.database.value("select string_agg(state, ' ' order by id) from callback"))
                .isEqualTo("APPLIED IGNORED");
    }

    /** News of a build prove that the order arrived; it is not placed again. */
    @Test
    void believesACallbackThatIsQuickerThanTheSecondOrder() {
        String uid = loseTheAnswerToAnOrder();
        flow.database.update("update job set due_at = now() + interval '1 hour'");
        flow.bridge.start();

        assertThat(flow.tuxSuite.sendCallback(uid)).isEqualTo(204);

        flow.assertReportedOnce(1);
        assertThat(flow.builds()).containsExactly(uid);
    }

    @Test
    void asksAboutABuildThatEndedWhileNobodyListened() {
        flow.tuxSuite.script().silent(true);
        flow.build();
        flow.bridge.kill();
        flow.awaitBuild();
        flow.bridge.start();

        flow.database.update("update job set due_at = now()");

        flow.assertReportedOnce(1);
        assertThat(flow.database.value("select proof from callback")).isEqualTo("ASKED");
    }

    /** @return the build that TuxSuite made of the order; it calls back when told */
    private static String loseTheAnswerToAnOrder() {
        flow.tuxSuite.script().silent(true).beforeAnswering(flow.bridge::kill);
        assertThatThrownBy(flow::build).isInstanceOf(UncheckedIOException.class);
        flow.bridge.awaitEnd();
        flow.behave();
        flow.tuxSuite.script().silent(true);
        return flow.awaitBuild();
    }
}
