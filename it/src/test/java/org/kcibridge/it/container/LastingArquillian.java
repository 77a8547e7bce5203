package org.kcibridge.it.container;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Keeps Arquillian, and with it the server and the deployment, from one class to the next. It would end with JUnit's run by
 * itself, and where there are several forks, Surefire makes a run of every class: each would start a server.
 *
 * <p>Registers itself, so that it comes before Arquillian's own extension and goes after it.
 */
public final class LastingArquillian implements BeforeAllCallback, AfterAllCallback {

    /** Where Arquillian's extension looks for what it has begun. */
    private static final Namespace NAMESPACE = Namespace.create("arquillianNamespace");

    private static final String KEY = "testRunnerManager";

    private static AutoCloseable kept;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (kept != null && isOutermost(context)) {
            store(context).put(KEY, kept);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isOutermost(context)) {
            AutoCloseable begun = store(context).remove(KEY, AutoCloseable.class);
            kept = begun == null ? kept : begun;
        }
    }

    /** At the end of the last class. */
    static void end() {
        if (kept != null) {
            try {
                kept.close();
            } catch (Exception failed) {
                throw new IllegalStateException("the server of the tests does not end", failed);
            } finally {
                kept = null;
            }
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }

    private static boolean isOutermost(ExtensionContext context) {
        return context.getParent().filter(context.getRoot()::equals).isPresent();
    }
}
