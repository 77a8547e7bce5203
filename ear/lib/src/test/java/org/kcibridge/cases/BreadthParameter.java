package org.kcibridge.cases;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the {@link Breadth} of this run to whoever has a parameter for it. */
public final class BreadthParameter implements ParameterResolver {

    /** The configuration parameter, which is also a system property. */
    public static final String RUN_ALL = "runAll";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Breadth.class;
    }

    @Override
    public Breadth resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Breadth(context.getConfigurationParameter(RUN_ALL)
                .map(BreadthParameter::parse)
                .orElse(false));
    }

    /** Whoever wants all and mistypes it must not be content with a few. */
    private static boolean parse(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(RUN_ALL + " must be true or false, but is " + text);
        };
    }
}
