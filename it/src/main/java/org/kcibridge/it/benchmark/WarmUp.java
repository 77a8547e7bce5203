package org.kcibridge.it.benchmark;

/**
 * What precedes the rounds that count: the same, until the server's compilers have little left to do. A server that has just
 * started runs code that is not compiled yet, and one on few processors compiles for minutes beside its work.
 *
 * @param compilers the server's
 * @param most seconds after which it has to do
 */
record WarmUp(Compilers compilers, int most) {

    /** Processors that they keep busy. */
    private static final double LITTLE = 0.1;

    /** What is measured afterwards. */
    @FunctionalInterface
    interface Round {

        void run() throws Exception;
    }

    static WarmUp of(Bridge bridge, Options options) {
        return new WarmUp(bridge.compilers(), options.sized(240, 15));
    }

    /** The same within so many seconds, where a round leaves much behind. */
    WarmUp within(int seconds) {
        return new WarmUp(compilers, Math.min(most, seconds));
    }

    void run(Round round) throws Exception {
        var watch = new Stopwatch();
        double share;
        do {
            double before = compilers.seconds();
            var one = new Stopwatch();
            round.run();
            share = (compilers.seconds() - before) / one.seconds();
        } while (share > LITTLE && watch.seconds() < most);
    }
}
