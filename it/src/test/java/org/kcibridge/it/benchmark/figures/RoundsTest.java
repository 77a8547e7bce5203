package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What rounds come to. */
@UnitTest
class RoundsTest {

    @Test
    void shouldTakeTheMiddleRoundWhateverTheOrder() {
        Rounds rounds = Rounds.of(9, 1, 5, 100, 2);

        assertThat(rounds.median()).isEqualTo(5);
        assertThat(rounds.min()).isEqualTo(1);
        assertThat(rounds.max()).isEqualTo(100);
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Rounds.of(4, 1, 2, 100).median()).isEqualTo(3);
    }

    @Test
    void shouldCompareEachRoundWithTheOneBesideIt() {
        // The machine was slow in the second round, for both.
        Rounds ratio = Rounds.of(50, 5, 60).over(Rounds.of(100, 10, 100));

        assertThat(ratio.values()).containsExactly(0.5, 0.5, 0.6);
        assertThat(ratio.median()).isEqualTo(0.5);
    }

    @Test
    void shouldCompareMediansWhereRoundsHaveNoPartner() {
        assertThat(Rounds.of(10, 20, 30).over(Rounds.of(40)).values()).containsExactly(0.5);
    }

    @Test
    void shouldRefuseToBeNothing() {
        assertThatThrownBy(() -> new Rounds(List.of())).hasMessage("nothing was measured");
    }
}
