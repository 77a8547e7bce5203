package org.kcibridge.it.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Tests of a server that is there already, run as a build runs them, in a process of its own: in this one a bench may be
 * open, which such a run must do without.
 */
final class LiveRun {

    private LiveRun() {}

    /**
     * What became of the tests of each class: {@code passed}, or {@code skipped} or {@code failed} and the reason.
     *
     * @param properties system properties of the run
     * @param database where it would look for a PostgreSQL
     * @throws IllegalStateException if it ends otherwise than by itself
     */
    static Map<String, List<String>> of(Map<String, String> properties, String database, String... classes) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LiveRun.class.getName()));
        command.addAll(List.of(classes));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().remove("TEST_TOKEN");
        builder.environment().put("TEST_DATABASE_URL", database);
        try {
            Process process = builder.start();
            Map<String, List<String>> outcomes;
            try (var output = process.inputReader()) {
                outcomes = output.lines()
                        .map(line -> line.split("\t"))
                        .collect(Collectors.groupingBy(
                                parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the run broke down after " + outcomes);
            }
            return outcomes;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The process's part. */
    public static void main(String[] classes) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Arrays.stream(classes)
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            new Printer());
        }
    }

    private static final class Printer implements TestExecutionListener {

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            print(test, "skipped: " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
            switch (result.getStatus()) {
                case ABORTED -> print(test, "skipped: " + reason);
                case FAILED -> print(test, "failed: " + reason);
                default -> {
                    if (test.isTest()) {
                        print(test, "passed");
                    }
                }
            }
        }

        private static void print(TestIdentifier test, String outcome) {
            String line = outcome.lines().findFirst().orElseThrow();
            System.out.println(classOf(test).replaceFirst(".*\\.", "") + "\t" + line);
        }

        private static String classOf(TestIdentifier test) {
            TestSource source = test.getSource().orElseThrow();
            return source instanceof MethodSource method
                    ? method.getClassName()
                    : ((ClassSource) source).getClassName();
        }
    }
}
