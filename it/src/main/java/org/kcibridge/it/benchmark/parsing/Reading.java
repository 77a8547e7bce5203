package org.kcibridge.it.benchmark.parsing;

/**
 * A text that can be read in two ways.
 *
 * @param bridge as the bridge reads it
 * @param bound the least that anybody has to do who reads it
 */
record Reading(Way bridge, Way bound) {

    /** Returns what it comes to, so that no compiler leaves it out. */
    @FunctionalInterface
    interface Way {

        Object read() throws Exception;
    }
}
