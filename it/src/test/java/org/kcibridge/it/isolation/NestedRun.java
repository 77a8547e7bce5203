package org.kcibridge.it.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run of JUnit inside a test, for seeing what JUnit makes of classes.
 *
 * @param classes in the order they were run
 * @param failures messages of what failed, tests and classes alike
 * @param skipped why classes or tests were skipped
 * @param tests how many were run
 */
public record NestedRun(List<Class<?>> classes, List<String> failures, List<String> skipped, int tests) {

    public static NestedRun of(Map<String, String> parameters, Class<?>... selected) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(selected)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .build();
        // Without it the bench would take this for a run of its own.
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        var listener = new Listener();
        launcher.execute(request, listener);
        return new NestedRun(listener.classes, listener.failures, listener.skipped, listener.tests);
    }

    private static final class Listener implements TestExecutionListener {

        private final List<Class<?>> classes = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int tests;

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped.add(reason);
        }

        @Override
        public void executionStarted(TestIdentifier started) {
            if (started.isTest()) {
                tests++;
            }
            started.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .ifPresent(source -> classes.add(source.getJavaClass()));
        }

        @Override
        public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> failures.add(failure.getMessage()));
        }
    }
}
