package org.kcibridge.heartbeat;

import jakarta.ejb.Local;
import java.time.Duration;

/**
 * Work that comes up again and again: sending, applying, asking. A chore runs on every node at once; what it takes,
 * it takes from the database under a lease, so no node waits for another and none is special.
 */
@Local
public interface Chore {

    /** What the chore is called in the log; unique. */
    String name();

    /** How long to rest when there was nothing left to do. */
    Duration rest();

    /**
     * Whether it is done even while the bridge is {@linkplain org.kcibridge.mode.Mode#READ_ONLY read-only}: only where that
     * brings about nothing new.
     */
    default boolean isHousekeeping() {
        return false;
    }

    /**
     * Does a bounded portion of the work.
     *
     * @return whether more may be waiting, so that the next portion should follow at once
     */
    boolean run();
}
