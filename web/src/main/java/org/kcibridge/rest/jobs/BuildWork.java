package org.kcibridge.rest.jobs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.kcibridge.scheduling.BuildRequest;

/** A build, in the words of {@code /builds/run}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BuildWork(
        String toolchain,
        String tree,
        String branch,
        String gitSha,
        String architecture,
        String kconfig,
        List<String> fragments,
        List<String> targets,
        Map<String, String> makeVariables)
        implements Work {

    static BuildWork of(BuildRequest request) {
        return new BuildWork(
                request.toolchain(),
                request.repository(),
                request.branch(),
                request.commit(),
                request.architecture(),
                request.kconfig(),
                request.fragments(),
                request.targets(),
                request.makeVariables());
    }
}
