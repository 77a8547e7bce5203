package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.kind.SlowTest;

/** However the server or its database connections end in the middle of the flow, one valid report reaches KCIDB. */
@SlowTest
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Flow flow;

    @BeforeAll
    static void haveABridge() {
        flow = new Flow(Bench.get());
    }

    @AfterAll
    static void closeTheBridge() {
        flow.end();
    }

    @BeforeEach
    void beginAnew() {
        flow.beginAnew();
    }

    @AfterEach
    void leaveStandInsAsTheyWere() {
        flow.tuxSuite.script().reset();
        flow.kcidb.script().reset();
        flow.kcidb.clear();
    }

    @ParameterizedTest
    @EnumSource
    void reportsOnceAfterAnEndAt(CrashPoint point) {
        point.reach(flow);
        flow.behave();

        flow.bridge.start();

        flow.assertReportedOnce(point.posts());
    }

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
        await().atMost(PATIENCE).until(() -> flow.database.count("select attempts from callback") > 0);
        flow.database.update("update callback set due_at = now()");

        flow.assertReportedOnce(1);
    }

    @Test
    void outlivesItsDatabaseConnectionsWhileItSends() {
        flow.kcidb.script().afterStoring(flow::cutDatabase);
        flow.build();
        await().atMost(PATIENCE).until(() -> !flow.kcidb.documents().isEmpty());
        flow.behave();

        flow.assertReportedOnce(1);
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
