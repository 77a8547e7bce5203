package org.kcibridge.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/**
 * Asserts how many bytes a call allocates in its own thread, as HotSpot counts them. It is not the same number each time: the
 * first call loads classes, and what is compiled needs no place in the heap for what it can keep in registers. So the least of
 * some calls counts, and the limits stand a tenth above what it is when the compiler spares nothing
 * ({@code -XX:-DoEscapeAnalysis}); it spares another tenth at most.
 */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int CALLS = 3;
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    /** Among so many, where a container doubles and where a buffer ends makes some difference. */
    private static final double GROWTH = 1.2;

    private Allocation() {}

    /**
     * Asserts what each of many items costs, and that one of very many costs no more than one of fewer.
     *
     * @param limit bytes that an item may cost
     * @param call made of the number of items, with all that it needs and that does not count
     */
    public static void assertEach(int limit, IntFunction<Callable<?>> call) throws Exception {
        // The larger one first: whatever is compiled meanwhile makes both cheaper, or growth would not be seen.
        double ofMany = bytes(call.apply(MANY)) / (double) MANY;
        double ofFew = bytes(call.apply(FEW)) / (double) FEW;
        assertThat(ofFew).as("bytes for each of %,d", FEW).isLessThanOrEqualTo(limit);
        assertThat(ofMany / ofFew).as("growth from %,d to %,d", FEW, MANY).isLessThanOrEqualTo(GROWTH);
    }

    /** Asserts what a single call costs. */
    public static void assertCall(int limit, Callable<?> call) throws Exception {
        assertThat(bytes(call)).as("bytes").isLessThanOrEqualTo(limit);
    }

    /** The least of some calls. */
    private static long bytes(Callable<?> call) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < CALLS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.call();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
