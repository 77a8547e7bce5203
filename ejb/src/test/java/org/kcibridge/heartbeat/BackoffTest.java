package org.kcibridge.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));

    @ParameterizedTest(name = "after {0} failures about {1} s")
    @CsvSource({"0, 2", "1, 4", "5, 64", "10, 1800", "1000000, 1800"})
    void doublesUpToItsLimitGiveOrTakeAFifth(int failures, long seconds) {
        assertThat(backoff.after(failures))
                .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
    }

    @Test
    void spreadsWhatFailedTogether() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> backoff.after(0)))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(1_600), Duration.ofMillis(2_400)))
                .anyMatch(pause -> pause.toMillis() < 1_800)
                .anyMatch(pause -> pause.toMillis() > 2_200);
    }

    @Test
    void mayStayTheSame() {
        assertThat(new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(2)).after(9))
                .isBetween(Duration.ofMillis(1_600), Duration.ofMillis(2_400));
    }

    @Test
    void refusesToShrink() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
