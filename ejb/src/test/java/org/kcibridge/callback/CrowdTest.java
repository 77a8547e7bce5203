package org.kcibridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CrowdTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    @Test
    void whereNobodyIsAtTheDoorNobodyWaits() throws Exception {
        Crowd crowd = new Crowd(FOR_EVER);
        crowd.enter();
        crowd.leave();

        passed(crowd);
    }

    @Test
    void aCrowdGoesFirst() throws Exception {
        Crowd crowd = new Crowd(FOR_EVER);
        crowd.enter();
        crowd.enter();

        CompletableFuture<Void> passed = CompletableFuture.runAsync(crowd::letPass);
        crowd.leave();
        assertThat(passed).isNotDone();
        crowd.leave();

        passed.get(1, TimeUnit.MINUTES);
    }

    @Test
    void aCrowdThatNeverEndsStopsNobody() throws Exception {
        Crowd crowd = new Crowd(A_MOMENT);
        crowd.enter();

        long before = System.nanoTime();
        passed(crowd);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(A_MOMENT);
    }

    private static void passed(Crowd crowd) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.runAsync(crowd::letPass).get(1, TimeUnit.MINUTES);
    }
}
