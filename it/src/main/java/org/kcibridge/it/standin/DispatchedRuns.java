package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The runs that were dispatched at the stand-in for GitHub since it was last cleared. */
final class DispatchedRuns {

    private static final long FIRST = 30_433_642;

    private final List<DispatchedRun> runs = new ArrayList<>();

    synchronized void begin(JsonObject inputs) {
        runs.add(new DispatchedRun(FIRST + runs.size(), inputs, "in_progress", ""));
    }

    /** @return whether it was under way */
    synchronized boolean end(long id, String conclusion) {
        int place = (int) (id - FIRST);
        if (place < 0 || place >= runs.size() || !runs.get(place).conclusion().isEmpty()) {
            return false;
        }
        runs.set(place, runs.get(place).ended(conclusion));
        return true;
    }

    /** Oldest first. */
    synchronized List<DispatchedRun> all() {
        return List.copyOf(runs);
    }
}
