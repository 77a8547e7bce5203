package org.kcibridge.callback;

import java.time.Duration;
import org.kcibridge.runner.Assignment;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.News;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.Verdict;

/**
 * A callback that only points to the result, and all that is needed to fetch that and to judge by it: outside of any
 * transaction, as it takes its time.
 *
 * @param age how long ago the callback came
 */
public record OpenCase(Runner runner, News news, Assignment assignment, Duration age) {

    Evidence gather() {
        return runner.gather(news, assignment);
    }

    Verdict judge(Evidence evidence) {
        Verdict verdict = runner.judge(news, assignment, evidence);
        if (verdict instanceof Verdict.NeedsEvidence) {
            throw new IllegalStateException("the runner asks for the evidence that it has been given");
        }
        return verdict;
    }
}
