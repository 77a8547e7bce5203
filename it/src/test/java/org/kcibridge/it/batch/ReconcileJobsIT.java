package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** Runners are asked about their work before anybody has to give up on it. */
@IntegrationTest
class ReconcileJobsIT extends BatchTest {

    private static final String JOB = "reconcile-jobs";

    @Test
    void findsTheResultOfABuildWhoseCallbackWasLost() {
        String job = silentBuild();
        database.clock().advance(Duration.ofMinutes(11));

        assertThat(run(JOB, Map.of()).getString("exit_status")).isEqualTo("1 jobs were answered for");

        awaitJob(job, "FINISHED");
        awaitDelivery(job);
    }

    @Test
    void leavesAloneWhatIsYoung() {
        silentBuild();

        assertThat(run(JOB, Map.of()).getString("exit_status")).isEqualTo("nothing to do");
        assertThat(run(JOB, Map.of("olderThan", "PT0S", "runner", "another")).getString("exit_status"))
                .isEqualTo("nothing to do");
    }

    /** However often an operator asks: that is no reason to count the job as lost. */
    @Test
    void doesNotCountAsAQuestion() {
        String job = silentBuild();
        tuxSuite.script().on("GET", "/builds/.*").answerAll(Answer.text(503, "in trouble"));

        for (int i = 0; i < 5; i++) {
            assertThat(run(JOB, Map.of("olderThan", "PT0S")).getString("exit_status"))
                    .isEqualTo("1 jobs were not");
        }

        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
        assertThat(job(job).getInt("attempts")).isZero();
    }

    private String silentBuild() {
        tuxSuite.script().silent(true).buildTime(Duration.ZERO);
        String job = scheduleBuild(Map.of());
        awaitJob(job, "SUBMITTED");
        return job;
    }
}
