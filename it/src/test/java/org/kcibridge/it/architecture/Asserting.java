package org.kcibridge.it.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assertions;

/**
 * Whether a test can fail for what it is about: whether it calls something that throws when an expectation does not hold,
 * directly, in a lambda, or through other code of the tests. A call is followed to every implementation there is, so that
 * no test is blamed wrongly; the ones that are left assert nothing.
 */
final class Asserting {

    /** They name what is asserted about, and assert nothing yet. */
    private static final Set<String> BEGINNINGS = Set.of("assertThat", "as", "describedAs");

    private Asserting() {}

    static boolean isDoneBy(JavaCodeUnit test) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(test));
        Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (JavaAccess<?> access : next.remove().getAccessesFromSelf()) {
                AccessTarget target = access.getTarget();
                if (isAssertion(target)) {
                    return true;
                }
                implementations(target).filter(seen::add).forEach(next::add);
            }
        }
        return false;
    }

    private static boolean isAssertion(AccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return owner.getPackageName().startsWith("org.assertj.core.api") && !BEGINNINGS.contains(name)
                || owner.isEquivalentTo(Assertions.class)
                || owner.isEquivalentTo(ConditionFactory.class) && name.startsWith("until")
                || owner.isAssignableTo(ArchRule.class) && name.equals("check");
    }

    private static Stream<JavaCodeUnit> implementations(AccessTarget target) {
        if (!(target instanceof CodeUnitAccessTarget call)
                || !target.getOwner().getPackageName().startsWith("org.kcibridge")) {
            return Stream.empty();
        }
        String[] parameters =
                call.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(
                call.resolveMember().stream(),
                target.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream()));
    }
}
