package org.kcibridge.cases;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the {@link Breadth} of this run to whoever has a parameter for it. */
public final class BreadthParameter implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Breadth.class;
    }

    @Override
    public Breadth resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Breadth.parse(context.getConfigurationParameter(Breadth.RUN_ALL).orElse("false"));
    }
}
