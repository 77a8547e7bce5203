package org.kcibridge.runner;

import java.util.Optional;

/**
 * What a runner's news only point to, fetched: results, logs. What is in it is between the runner that gathered it and
 * the same runner that judges by it; everybody else only closes it.
 */
public interface Evidence extends AutoCloseable {

    /** What there is before anything has been fetched. */
    Evidence NONE = Optional::empty;

    /** What is missing although it may be had later; empty when waiting for more is of no use. */
    Optional<Gap> gap();

    /** How many bytes of it are taken apart to judge by it, which takes many times as much memory. */
    default long size() {
        return 0;
    }

    /** Deletes whatever was fetched. */
    @Override
    default void close() {}
}
