package org.kcibridge.it.live;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * With a {@link LiveServer} only those tests run that are made for any server; each of the others says why it does not. It
 * registers itself for all tests of a run.
 */
public final class LiveMode implements ExecutionCondition {

    private static final Set<String> HARMLESS = Set.of("live", "validation");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!LiveServer.isGiven() || context.getTestClass().isEmpty()) {
            return ConditionEvaluationResult.enabled("it has a server of its own");
        }
        return context.getTags().stream().anyMatch(HARMLESS::contains)
                ? ConditionEvaluationResult.enabled("it is made for any server")
                : ConditionEvaluationResult.disabled(
                        "it needs a bridge, a database and stand-ins of its own, and test.base.url names a server");
    }
}
