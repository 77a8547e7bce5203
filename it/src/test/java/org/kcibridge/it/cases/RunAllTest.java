package org.kcibridge.it.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.cases.BreadthParameter;
import org.kcibridge.it.isolation.NestedRun;
import org.kcibridge.kind.UnitTest;

/** What {@code -DrunAll=true} adds. */
@UnitTest
class RunAllTest {

    private static final int CASES = 64;

    @Test
    void takesAFewCasesAsARule() {
        assertThat(run(Map.of()).failures()).isEmpty();
        assertThat(run(Map.of()).tests()).isEqualTo(2 * Breadth.FEW);
        assertThat(run(Map.of("runAll", "false")).tests()).isEqualTo(2 * Breadth.FEW);
    }

    @Test
    void takesAllWhenAskedTo() {
        assertThat(run(Map.of("runAll", "true")).failures()).isEmpty();
        assertThat(run(Map.of("runAll", "true")).tests()).isEqualTo(2 * CASES);
    }

    @Test
    void takesNothingForYes() {
        assertThat(run(Map.of("runAll", "yes")).failures())
                .isNotEmpty()
                .allMatch(failure -> failure.contains("runAll must be true or false, but is yes"));
    }

    private static NestedRun run(Map<String, String> parameters) {
        return NestedRun.of(parameters, ManyCases.class);
    }

    @ExtendWith(BreadthParameter.class)
    static class ManyCases {

        @ParameterizedTest
        @MethodSource
        void holds(int number) {
            assertThat(number).isBetween(0, CASES);
        }

        static Stream<Integer> holds(Breadth breadth) {
            return breadth.of(numbers());
        }

        @TestFactory
        Stream<DynamicTest> holdsToo(Breadth breadth) {
            return breadth.of(numbers())
                    .map(number -> DynamicTest.dynamicTest("number " + number, () -> holds(number)));
        }

        private static List<Integer> numbers() {
            return IntStream.range(0, CASES).boxed().toList();
        }
    }
}
