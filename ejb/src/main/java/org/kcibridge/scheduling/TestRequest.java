package org.kcibridge.scheduling;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.runner.TestOrder;

/**
 * A boot, or tests after it, as a client asks for them. To clients booting is a test like others, that can be asked for and
 * has been run or not; to runners it is what every test begins with.
 *
 * @param runner code of the runner
 * @param buildId KCIDB's id of the build that is tested, of whatever origin
 * @param architecture target architecture in the runner's words
 * @param device what to boot it on
 * @param kernel where the kernel's image is
 * @param modules where its modules are, if it has any
 * @param tests what to run, each once, {@value #BOOT} among them if it was asked for
 * @param collection what the client calls the tests together; may be empty
 */
public record TestRequest(
        String runner,
        String buildId,
        String architecture,
        String device,
        URI kernel,
        Optional<URI> modules,
        List<String> tests,
        String collection)
        implements WorkRequest {

    /** The test of whether the kernel boots. */
    public static final String BOOT = "boot";

    public TestRequest {
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("a test request names at least one test");
        }
        tests = tests.stream().distinct().toList();
    }

    /** The same request for some of its tests. */
    TestRequest only(Collection<String> some) {
        List<String> left = tests.stream().filter(some::contains).toList();
        return new TestRequest(runner, buildId, architecture, device, kernel, modules, left, collection);
    }

    @Override
    public JobKind kind() {
        return tests.equals(List.of(BOOT)) ? JobKind.BOOT : JobKind.TEST;
    }

    @Override
    public TestOrder order(UUID job) {
        List<String> ordered = tests.stream().filter(test -> !BOOT.equals(test)).toList();
        return new TestOrder(job, buildId, architecture, device, kernel, modules, ordered, collection);
    }
}
