package org.kcibridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.builders.Composites;
import org.kcibridge.kind.UnitTest;

/** A composite that hardly anybody uses hides what a test begins with, and saves nothing. */
@UnitTest
class CompositeUsageTest {

    private static final int ENOUGH = 3;

    static Stream<Class<?>> composites() {
        return Composites.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("composites")
    void threeTestsUseIt(Class<?> composite) {
        long uses = TestClasses.ofAllModules()
                .code()
                // Those that test the composites themselves are no use of them.
                .filter(type -> !type.getPackageName().equals(composite.getPackageName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(TestClasses::isTest)
                .filter(test -> test.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(composite)))
                .count();

        assertThat(uses).as("tests that take a " + composite.getSimpleName()).isGreaterThanOrEqualTo(ENOUGH);
    }
}
