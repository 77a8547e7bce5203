package org.kcibridge.it.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** An operator does not want a job any more. */
@IntegrationTest
class CancelledTestsIT extends TestedKernel {

    @Test
    void tellsTheRunnerAndReportsWhatItSaysLast() {
        String job = scheduleLong("ltp-smoke");

        assertThat(cancel(job)).isEqualTo(202);

        assertThat(outcomes(job))
                .noneMatch(outcome -> outcome.endsWith("=FAIL"))
                .contains("ltp=MISS");
        tuxSuite.awaitRequest("POST", "/tests/" + uid(job) + "/cancel");
        assertThat(job(job).getString("state")).isEqualTo("FINISHED");
        assertThat(job(job).getString("cancelled_at", "")).isNotEmpty();
    }

    @Test
    void endsAJobThatTheRunnerNeverHad() {
        tuxSuite.script().answerNext(Answer.unavailable(Duration.ZERO));
        String job = schedule("ltp-smoke");

        assertThat(cancel(job)).isEqualTo(202);
        database.clock().advance(Duration.ofMinutes(20));

        awaitJob(job, "CANCELLED");
        assertThat(api.items("/submissions")).isEmpty();
        assertThat(tuxSuite.tests()).isEmpty();
        assertThat(ask(request("ltp-smoke")).status()).as("asked again").isEqualTo(201);
    }

    @Test
    void cancelsNothingThatIsOver() {
        String job = schedule("ltp-smoke");
        awaitJob(job, "FINISHED");

        assertThat(cancel(job)).isEqualTo(409);
        assertThat(tuxSuite.requests().to("POST", "/cancel")).isEmpty();
    }

    @Test
    void releasesNothingThatIsUnderWay() {
        String job = scheduleLong("ltp-smoke");

        assertThat(api.post("/jobs/" + job + "/release", "").status()).isEqualTo(409);
        assertThat(ask(request("ltp-smoke")).status()).isEqualTo(204);
    }

    private int cancel(String job) {
        return api.post("/jobs/" + job + "/cancel", "").status();
    }
}
