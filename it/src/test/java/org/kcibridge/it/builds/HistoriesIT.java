package org.kcibridge.it.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.kind.SlowTest;

/**
 * Whatever happens to a build, contradictions and lost results included, it comes to some end, is reported once, and nothing
 * that happens afterwards changes a thing.
 */
@SlowTest
class HistoriesIT extends BridgeTest {

    private static final int LENGTH = 6;
    private static final int FEW = 4;
    private static final int ALL = 200;
    private static final Set<String> ENDS = Set.of("FINISHED", "LOST", "CANCELLED");

    /** What can happen to a build. */
    enum Happening {
        PASSES((test, uid) -> test.tuxSuite.sendCallback(uid, BuildOutcome.pass())),
        FAILS((test, uid) -> test.tuxSuite.sendCallback(uid, BuildOutcome.fail())),
        /** TuxSuite tries again, and says so. */
        STUMBLES((test, uid) -> test.tuxSuite.sendCallback(uid, BuildOutcome.error(0))),
        /** TuxSuite has tried often enough. */
        BREAKS_DOWN((test, uid) -> test.tuxSuite.sendCallback(uid, BuildOutcome.error(2))),
        /** The last callback comes a second time. */
        REPEATS((test, uid) -> test.tuxSuite.sendCallback(uid)),
        /** Nothing is heard until the deadline, and TuxSuite is asked. */
        IS_SILENT((test, uid) -> test.database.clock().advance(Duration.ofHours(3))),
        IS_CANCELLED((test, uid) -> test.api.post("/jobs/" + test.onlyJob() + "/cancel", "")),
        /** An operator wants what is in quarantine to be tried again, and whatever else there is. */
        IS_TRIED_AGAIN((test, uid) -> test.api
                .items("/callbacks")
                .forEach(one -> test.api.post("/callbacks/" + one.getInt("id") + "/retry", "")));

        private final BiConsumer<HistoriesIT, String> way;

        Happening(BiConsumer<HistoriesIT, String> way) {
            this.way = way;
        }
    }

    /** Each is made by a number. A few as a rule, as each takes seconds. */
    static Stream<List<Happening>> histories() {
        return IntStream.range(0, Breadth.ofRun().all() ? ALL : FEW).mapToObj(seed -> new Random(seed)
                .ints(LENGTH, 0, Happening.values().length)
                .mapToObj(i -> Happening.values()[i])
                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void comeToOneEnd(List<Happening> history) {
        tuxSuite.script().silent(true).buildTime(Duration.ZERO);
        scheduleBuild(Map.of());
        awaitJob(onlyJob(), "SUBMITTED");
        String uid = job(onlyJob()).getString("runner_uid");

        history.forEach(happening -> happening.way.accept(this, uid));
        awaitEnd();
        String end = end();
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
        assertThat(kcidb.documents()).hasSize(1);
        assertThat(reportedStatus()).isEqualTo(database.value("select status from builds"));

        List.of(Happening.values()).forEach(happening -> happening.way.accept(this, uid));
        awaitEnd();
        assertThat(end()).as("after everything has happened once more").isEqualTo(end);
        assertThat(kcidb.documents()).hasSize(1);
    }

    private String onlyJob() {
        return database.value("select id from job");
    }

    /** The job is over, KCIDB has confirmed it, and no callback waits to be applied. */
    private void awaitEnd() {
        await("it has come to an end").atMost(PATIENCE).until(() -> {
            database.clock().advance(Duration.ofHours(1));
            return ENDS.contains(job(onlyJob()).getString("state"))
                    && "CONFIRMED".equals(database.value("select state from submission"))
                    && database.count("select count(*) from callback where due_at is not null") == 0;
        });
    }

    private String end() {
        return database.value(
                """
                select concat_ws(' ', job.state, job.build_id, s.id, s.document, s.state, to_jsonb(builds))
                from job join submission s on s.job_id = job.id, builds""");
    }

    private String reportedStatus() {
        return kcidb.documents()
                .get(0)
                .object()
                .getJsonArray("builds")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getString("status");
    }
}
