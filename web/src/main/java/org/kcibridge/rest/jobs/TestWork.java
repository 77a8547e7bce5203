package org.kcibridge.rest.jobs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.List;
import org.kcibridge.scheduling.TestRequest;

/** A boot or tests, in the words of {@code /tests/run}; of the tests those that were left to this job. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TestWork(
        String buildId,
        URI kernelImageUrl,
        URI modulesUrl,
        List<String> tests,
        String collection,
        String device,
        String architecture)
        implements Work {

    static TestWork of(TestRequest request) {
        return new TestWork(
                request.buildId(),
                request.kernel(),
                request.modules().orElse(null),
                request.tests(),
                request.collection(),
                request.device(),
                request.architecture());
    }
}
