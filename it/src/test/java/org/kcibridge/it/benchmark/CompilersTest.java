package org.kcibridge.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CompilersTest {

    /** Of a JVM that has got as far as to run tests, and no more than all of its threads. */
    @Test
    void shouldTellHowLongTheyWereAtIt() throws Exception {
        ProcessHandle me = ProcessHandle.current();

        double seconds = new Compilers(me).seconds();

        Duration all = me.info().totalCpuDuration().orElseThrow();
        assertThat(ManagementFactory.getCompilationMXBean().getTotalCompilationTime())
                .isPositive();
        assertThat(seconds).isPositive().isLessThan(all.toMillis() / 1000.0 + 1);
    }
}
