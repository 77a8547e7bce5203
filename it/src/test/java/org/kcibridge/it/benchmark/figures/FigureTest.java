package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Whether a figure is what it is meant to be. */
@UnitTest
class FigureTest {

    @Test
    void shouldJudgeTheRatioWhereThereIsABound() {
        Figure figure = Figure.of("reads", "one test", "ms", Rounds.of(3)).against(Rounds.of(2));

        assertThat(figure.result()).isEqualTo(1.5);
        assertThat(figure.with(Aim.atMost(2)).isMet()).contains(true);
        assertThat(figure.with(Aim.atMost(1.4)).isMet()).contains(false);
    }

    @Test
    void shouldJudgeWhatWasMeasuredWhereThereIsNone() {
        Figure figure = Figure.of("callbacks", "p99", "ms", Rounds.of(49)).with(Aim.atMost(50));

        assertThat(figure.ratio()).isEmpty();
        assertThat(figure.isMet()).contains(true);
    }

    @Test
    void shouldJudgeNothingWithoutAnAim() {
        assertThat(Figure.of("startup", "start", "s", Rounds.of(8)).isMet()).isEmpty();
    }

    @Test
    void shouldTakeTheLimitItselfForGoodEnough() {
        assertThat(Aim.atLeast(0.5).isMetBy(0.5)).isTrue();
        assertThat(Aim.atLeast(0.5).isMetBy(0.49)).isFalse();
        assertThat(Aim.atMost(1.2).isMetBy(1.2)).isTrue();
        assertThat(Aim.atMost(1.2).isMetBy(1.21)).isFalse();
    }

    @Test
    void shouldTellHowFarItIsWhateverTheDirection() {
        assertThat(Aim.atLeast(0.5).progress(0.25)).isEqualTo(0.5);
        assertThat(Aim.atMost(2).progress(4)).isEqualTo(0.5);
    }
}
