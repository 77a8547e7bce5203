package org.kcibridge.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class BreadthTest {

    private static final Breadth FEW = new Breadth(false);
    private static final Breadth ALL = new Breadth(true);

    @Test
    void takesAFewFromTheFirstToTheLast() {
        assertThat(FEW.of(numbers(100))).containsExactly(0, 11, 22, 33, 44, 55, 66, 77, 88, 99);
    }

    @Test
    void takesNoneTwice() {
        assertThat(FEW.of(numbers(11))).hasSize(Breadth.FEW).doesNotHaveDuplicates();
    }

    @Test
    void leavesShortListsWhole() {
        assertThat(FEW.of(numbers(10))).hasSize(10);
        assertThat(FEW.of(List.of())).isEmpty();
    }

    @Test
    void takesAllWhenAskedTo() {
        assertThat(ALL.of(numbers(100))).containsExactlyElementsOf(numbers(100));
    }

    @Test
    void takesEachOfTwoListsOnceAndAllPairsWhenAskedTo() {
        assertThat(FEW.pairs(numbers(3), numbers(2), (a, b) -> a + "-" + b)).containsExactly("0-0", "1-1", "2-0");
        assertThat(FEW.pairs(numbers(1), numbers(2), (a, b) -> a + "-" + b)).containsExactly("0-0", "0-1");
        assertThat(ALL.pairs(numbers(2), numbers(2), (a, b) -> a + "-" + b))
                .containsExactly("0-0", "0-1", "1-0", "1-1");
    }

    @Test
    void pairsNothingWithNothing() {
        assertThat(FEW.pairs(numbers(3), numbers(0), (a, b) -> a)).isEmpty();
        assertThat(ALL.pairs(numbers(0), numbers(3), (a, b) -> a)).isEmpty();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
