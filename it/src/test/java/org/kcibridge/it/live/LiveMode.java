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
        Set<String> kinds = context.getTags();
        if (kinds.stream().noneMatch(HARMLESS::contains)) {
            return ConditionEvaluationResult.disabled("it is not made for any server, and test.base.url names one");
        }
        return kinds.contains("validation") && LiveServer.token() == null
                ? ConditionEvaluationResult.disabled("it needs a token for the server that test.base.url names")
                : ConditionEvaluationResult.enabled("it is made for any server");
    }
}
