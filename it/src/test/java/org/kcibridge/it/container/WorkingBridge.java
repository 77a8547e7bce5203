package org.kcibridge.it.container;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kcibridge.it.isolation.IsolationExtension;
import org.kcibridge.it.live.LiveServer;

/**
 * Lets the bridge work while a test runs, among stand-ins that behave, and fails a test in which the bridge sent KCIDB
 * what violates its schema. Comes after the isolation, which JUnit then calls on a bridge that stands still; if it does not,
 * it says so.
 */
final class WorkingBridge implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            IsolationExtension.requireReady(context);
            begin();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            end();
        }
    }

    void begin() {
        Bench bench = Bench.get();
        bench.letStandInsBehave();
        bench.database().clock().reset();
        bench.bridge().resume();
    }

    /** What is under way ends quickly when the stand-ins behave, and only then do they forget. */
    void end() {
        Bench bench = Bench.get();
        bench.letStandInsBehave();
        try {
            bench.bridge().pause();
        } finally {
            try {
                bench.kcidb().requireValidDocuments();
                Fault.requireNone(bench.database());
            } finally {
                bench.clearStandIns();
            }
        }
    }
}
