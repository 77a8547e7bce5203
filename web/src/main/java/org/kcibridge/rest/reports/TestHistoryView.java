package org.kcibridge.rest.reports;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.aggregate.Course;
import org.kcibridge.aggregate.History;
import org.kcibridge.report.Status;

/**
 * How a test went, from revision to revision.
 *
 * @param path of the test
 * @param platform {@code Unknown} when the tests do not say
 * @param configName of the builds
 * @param treeName of the checkouts
 * @param results newest first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"platform", "results"})
public record TestHistoryView(
        String path, String platform, String configName, String treeName, List<ResultView> results) {

    static TestHistoryView of(History history) {
        return new TestHistoryView(
                history.path().orElse(null),
                history.platform(),
                history.configName().orElse(null),
                history.treeName().orElse(null),
                history.results().stream().map(ResultView::of).toList());
    }

    /**
     * One of its results.
     *
     * @param testId the test
     * @param startTime when it began
     * @param status missing while it is under way
     * @param course PASS or FAIL as the last time; REGRESSION or FIXED when it is not as the last time; UNSTABLE when the
     *     last five that passed or failed changed twice or more; INCONCLUSIVE when it neither passed nor failed
     * @param checkoutId what was tested
     * @param gitCommitHash of that
     * @param gitCommitName of that
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(
            name = "ResultView",
            requiredProperties = {"test_id", "course", "checkout_id"})
    public record ResultView(
            String testId,
            Instant startTime,
            @Schema(ref = "Status") Status status,
            @Schema(ref = "Course") Course course,
            String checkoutId,
            String gitCommitHash,
            String gitCommitName) {

        static ResultView of(History.Result result) {
            return new ResultView(
                    result.testId(),
                    result.startTime().orElse(null),
                    result.status().orElse(null),
                    result.course(),
                    result.checkoutId(),
                    result.commitHash().orElse(null),
                    result.commitName().orElse(null));
        }
    }
}
