package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Percentiles in milliseconds. */
@UnitTest
class LatencyTest {

    @Test
    void shouldTellWhatSoManyOfAHundredDidNotExceed() {
        Histogram nanoseconds = new Histogram(3);
        for (int milliseconds = 1; milliseconds <= 100; milliseconds++) {
            nanoseconds.recordValue(milliseconds * 1_000_000L);
        }

        Latency latency = Latency.of(nanoseconds);

        assertThat(latency.p50()).isCloseTo(50, within(0.1));
        assertThat(latency.p95()).isCloseTo(95, within(0.1));
        assertThat(latency.p99()).isCloseTo(99, within(0.1));
    }
}
