package org.kcibridge.runner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A kernel build as a runner gets it: what to fetch, what to configure, what to make.
 *
 * @param job our id of the work; runners that take a client token get this one, so that a repeated order is recognisable
 * @param repository git repository, a git://, http:// or https:// URL
 * @param branch git branch or tag
 * @param commit full hash of the commit to build, or {@code null} for the branch's tip
 * @param architecture target architecture in the runner's words, {@code riscv} for example
 * @param toolchain compiler and version, {@code gcc-14} or {@code clang-nightly} for example
 * @param kconfig the configuration to begin with, a defconfig's name or URL, or {@code null} for the plain defconfig
 * @param fragments further configuration on top of it: {@code CONFIG_X=y} or URLs of fragments
 * @param targets make targets, empty for the runner's default
 * @param makeVariables variables given to make, {@code LLVM=1} for example
 */
public record BuildOrder(
        UUID job,
        String repository,
        String branch,
        String commit,
        String architecture,
        String toolchain,
        String kconfig,
        List<String> fragments,
        List<String> targets,
        Map<String, String> makeVariables)
        implements Order {

    public BuildOrder {
        fragments = List.copyOf(fragments);
        targets = List.copyOf(targets);
        makeVariables = Map.copyOf(makeVariables);
    }

    @Override
    public News.Subject subject() {
        return News.Subject.BUILD;
    }
}
