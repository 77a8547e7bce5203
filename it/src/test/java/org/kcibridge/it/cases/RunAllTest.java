package org.kcibridge.it.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.isolation.NestedRun;
import org.kcibridge.it.isolation.ScopedProperties;
import org.kcibridge.kind.UnitTest;

/** What {@code -DrunAll=true} adds. */
@UnitTest
class RunAllTest {

    private static final int CASES = 64;

    @RegisterExtension
    final ScopedProperties properties = new ScopedProperties();

    @Test
    void takesAFewCasesAsARule() {
        assertThat(run(null).failures()).isEmpty();
        assertThat(run(null).tests()).isEqualTo(Breadth.FEW);
        assertThat(run("false").tests()).isEqualTo(Breadth.FEW);
    }

    @Test
    void takesAllWhenAskedTo() {
        assertThat(run("true").failures()).isEmpty();
        assertThat(run("true").tests()).isEqualTo(CASES);
    }

    /** Whoever wants all and mistypes it would never notice. */
    @Test
    void takesNothingForYes() {
        assertThat(run("yes").failures())
                .singleElement()
                .asString()
                .contains("runAll must be true or false, but is yes");
    }

    private NestedRun run(String all) {
        properties.set("runAll", all);
        return NestedRun.of(Map.of(), ManyCases.class);
    }

    static class ManyCases {

        @ParameterizedTest
        @MethodSource
        void holds(int number) {
            assertThat(number).isBetween(0, CASES);
        }

        static Stream<Integer> holds() {
            return Breadth.ofRun().of(IntStream.range(0, CASES).boxed().toList());
        }
    }
}
