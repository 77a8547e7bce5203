package org.kcibridge.scheduling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kcibridge.runner.BuildOrder;

/**
 * A build as a client asks for it. Two equal requests are the same work: while one is under way the other joins it.
 *
 * @param runner code of the runner
 * @param repository git repository, a git://, http:// or https:// URL
 * @param branch branch or tag
 * @param commit full commit hash, or {@code null} for the tip
 * @param architecture target architecture in the runner's words
 * @param toolchain compiler and version
 * @param kconfig a defconfig's name or the URL of a configuration, or {@code null}
 * @param fragments configuration on top
 * @param targets make targets, empty for the runner's default
 * @param makeVariables variables for make
 */
public record BuildRequest(
        String runner,
        String repository,
        String branch,
        String commit,
        String architecture,
        String toolchain,
        String kconfig,
        List<String> fragments,
        List<String> targets,
        Map<String, String> makeVariables)
        implements WorkRequest {

    public BuildRequest {
        if (kconfig == null && fragments.isEmpty()) {
            throw new IllegalArgumentException("a build needs a kconfig or at least one fragment");
        }
        fragments = List.copyOf(fragments);
        targets = List.copyOf(targets);
        // Sorted, so that equal requests are written alike and make one claim.
        makeVariables = new TreeMap<>(makeVariables);
    }

    @Override
    public JobKind kind() {
        return JobKind.BUILD;
    }

    @Override
    public BuildOrder order(UUID job) {
        return new BuildOrder(
                job, repository, branch, commit, architecture, toolchain, kconfig, fragments, targets, makeVariables);
    }
}
