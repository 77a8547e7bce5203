package org.kcibridge.it.builders;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kcibridge.it.container.Bench;

/**
 * Rows that belong together, as parameters of test methods. Each test gets its own. A composite is worth its name when three
 * tests use it, and {@code CompositeUsageTest} counts; what fewer need they build themselves.
 */
public final class Composites implements ParameterResolver {

    private static final Map<Class<?>, Function<Given, ?>> KINDS =
            Map.of(TestedBuild.class, TestedBuild::create, KnownIssue.class, KnownIssue::create);

    /** All there are. */
    public static Set<Class<?>> kinds() {
        return KINDS.keySet();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return KINDS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return KINDS.get(parameter.getParameter().getType())
                .apply(new Given(Bench.get().database()));
    }
}
