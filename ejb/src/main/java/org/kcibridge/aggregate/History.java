package org.kcibridge.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Status;

/**
 * How a test went, from revision to revision of one tree in one configuration on one platform.
 *
 * @param path of the test
 * @param platform {@code Unknown} when the tests do not say
 * @param configName of the builds
 * @param treeName of the checkouts
 * @param results newest first
 */
public record History(
        Optional<String> path,
        String platform,
        Optional<String> configName,
        Optional<String> treeName,
        List<Result> results) {

    public History {
        results = List.copyOf(results);
    }

    /**
     * One of its results.
     *
     * @param testId the test
     * @param startTime when it began
     * @param status empty while it is under way
     * @param course what it means
     * @param checkoutId what was tested
     * @param commitHash of that
     * @param commitName of that
     */
    public record Result(
            String testId,
            Optional<Instant> startTime,
            Optional<Status> status,
            Course course,
            String checkoutId,
            Optional<String> commitHash,
            Optional<String> commitName) {}
}
