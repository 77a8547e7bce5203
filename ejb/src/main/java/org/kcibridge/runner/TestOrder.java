package org.kcibridge.runner;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kernel to be booted and tested, as a runner gets it.
 *
 * @param job our id of the work
 * @param buildId KCIDB's id of the build the kernel comes from, of whatever origin
 * @param architecture target architecture in the runner's words, {@code riscv} for example
 * @param device what to boot it on, {@code qemu-riscv64} for example
 * @param kernel where the kernel's image is
 * @param modules where its modules are, if it has any
 * @param tests what to run once it is up, {@code ltp-smoke} for example; empty to boot it only. Booting comes first in any
 *     case and is no test of its own
 * @param collection what the client calls the tests together, for people; empty if it does not say
 */
public record TestOrder(
        UUID job,
        String buildId,
        String architecture,
        String device,
        URI kernel,
        Optional<URI> modules,
        List<String> tests,
        String collection)
        implements Order {

    private static final String BOOT = "boot";

    public TestOrder {
        tests = List.copyOf(tests);
        if (tests.contains(BOOT)) {
            throw new IllegalArgumentException("every kernel is booted: boot cannot be asked for as a test");
        }
    }

    @Override
    public News.Subject subject() {
        return News.Subject.TEST;
    }
}
