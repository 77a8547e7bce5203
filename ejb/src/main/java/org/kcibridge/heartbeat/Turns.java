package org.kcibridge.heartbeat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who does a chore: one thread at a time, and once more when somebody calls for it meanwhile. */
final class Turns {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** Chores that somebody has called for and that have not begun since. */
    private final Set<String> called = ConcurrentHashMap.newKeySet();

    /** @return whether the caller has to see to it that it is done; somebody else does otherwise */
    boolean call(String chore) {
        return called.add(chore) && !taken.contains(chore);
    }

    /** @return whether the caller may do it now, and has to {@link #end} it; somebody else is at it otherwise */
    boolean begin(String chore) {
        boolean ours = taken.add(chore);
        if (ours) {
            called.remove(chore);
        }
        return ours;
    }

    /** @return whether it has been called for since it began, so that it has to be done again */
    boolean end(String chore) {
        // In this order: who calls in between finds that nobody is at it.
        taken.remove(chore);
        return called.contains(chore);
    }
}
