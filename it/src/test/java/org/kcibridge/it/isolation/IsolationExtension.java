package org.kcibridge.it.isolation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.kcibridge.it.live.LiveServer;

/**
 * Keeps tests apart in the way their class asks for, and tells of a class that leaves traces. JUnit calls it before the
 * class's own {@code @BeforeEach} and after its {@code @AfterEach}.
 *
 * <p>Registered by itself on a class without annotation, it only looks for traces. It cleans them up after telling, so that
 * one class fails and not all that follow.
 *
 * <p>Tests of a live server have no database: nothing is done for them.
 */
public final class IsolationExtension implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(IsolationExtension.class);

    private static final String READY = "ready";

    /** Makes the tests below this context use a database of their own instead of the registered one. */
    public static void provide(ExtensionContext context, IsolatedDatabase database) {
        context.getStore(NAMESPACE).put(IsolatedDatabase.class, database);
    }

    /**
     * For extensions that start something which writes: they have to come after the isolation.
     *
     * @throws IllegalStateException where they do not
     */
    public static void requireReady(ExtensionContext context) {
        if (context.getStore(NAMESPACE).get(READY) == null) {
            throw new IllegalStateException(
                    "the database is not isolated yet: the annotation that asks for isolation has to"
                            + " come before the one of this extension, and neither may be an @ExtendWith beside another");
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            isolation(context).before(database(context));
            context.getStore(NAMESPACE).put(READY, true);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            isolation(context).after(database(context));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            requireNoTraces(context);
        }
    }

    private static void requireNoTraces(ExtensionContext context) {
        IsolatedDatabase database = database(context);
        database.refill();
        List<Leak> leaks = database.leaks();
        if (!leaks.isEmpty()) {
            database.restore();
            throw new AssertionError(context.getRequiredTestClass().getName() + " left traces in the database:\n"
                    + leaks.stream().map(leak -> "  " + leak).collect(Collectors.joining("\n")));
        }
    }

    private static IsolatedDatabase database(ExtensionContext context) {
        IsolatedDatabase provided = context.getStore(NAMESPACE).get(IsolatedDatabase.class, IsolatedDatabase.class);
        return provided == null ? IsolatedDatabase.current() : provided;
    }

    /** The innermost of nested classes that says something decides. */
    private static Isolation isolation(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<IsolatedBy> found =
                    AnnotationSupport.findAnnotation(at.get().getTestClass(), IsolatedBy.class);
            if (found.isPresent()) {
                return found.get().value();
            }
        }
        return Isolation.NONE;
    }
}
