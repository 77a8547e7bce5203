package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** How figures look as text. */
@UnitTest
class TableTest {

    @Test
    void shouldAlignColumnsAndLeaveUnknownCellsEmpty() {
        String text = new Table(List.of(
                        Figure.of("callbacks", "taken", "1/s", Rounds.of(900, 1234, 1100))
                                .against(Rounds.of(1800, 2468, 2200))
                                .with(new Latency(5.5, 12.25, 0.123))
                                .with(new Usage(1.2, 0.1, 0.3, 0.4, 0, 700, 2500))
                                .with(Aim.atLeast(0.5)),
                        Figure.of("startup", "start", "s", Rounds.of(8.06)).with(Aim.atMost(5))))
                .text();

        assertThat(text.lines())
                .containsExactly(
                        "case       what   unit  median   min    max  p50 ms  p95 ms  p99 ms   CPU  compile    db  client  others   MB  commits/s  bound  ratio      aim  met",
                        "---------  -----  ----  ------  ----  -----  ------  ------  ------  ----  -------  ----  ------  ------  ---  ---------  -----  -----  -------  ---",
                        "callbacks  taken  1/s    1,100   900  1,234    5.50    12.3    0.12  1.20     0.10  0.30    0.40       0  700      2,500  2,200   0.50  >= 0.50  yes",
                        "startup    start  s       8.06  8.06   8.06                                                                                                <= 5   NO");
    }

    @Test
    void shouldWriteNumbersWithThreeDigitsThatCount() {
        assertThat(List.of(1234567.0, 123.4, 12.34, 1.234, 0.0025, 3.0, 0.0))
                .extracting(Numbers::brief)
                .containsExactly("1,234,567", "123", "12.3", "1.23", "0.0025", "3", "0");
    }
}
