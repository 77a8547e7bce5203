package org.kcibridge.it.benchmark;

import java.util.concurrent.Callable;

/**
 * What precedes the rounds that count: the same, until it gets no quicker. A server that has just started runs code that is not
 * compiled yet, and one on few processors compiles for minutes beside its work.
 *
 * @param most how many rounds it may take
 */
record WarmUp(int most) {

    private static final double QUICKER = 1.03;

    /** So many rounds that bring nothing are no accident. */
    private static final int ENOUGH = 2;

    static WarmUp of(Options options) {
        return new WarmUp(options.sized(15, 3));
    }

    /** @param round tells how quick it was, in something per second */
    void run(Callable<Double> round) throws Exception {
        double best = 0;
        int inVain = 0;
        for (int i = 0; i < most && inVain < ENOUGH; i++) {
            double rate = round.call();
            inVain = rate > best * QUICKER ? 0 : inVain + 1;
            best = Math.max(best, rate);
        }
    }
}
