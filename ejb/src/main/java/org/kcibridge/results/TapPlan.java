package org.kcibridge.results;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/** Which results of a TAP document are due, and which have come; whatever contradicts that is malformed. */
final class TapPlan {

    private final BitSet seen = new BitSet();
    private Optional<TapLine.Plan> plan = Optional.empty();
    private boolean atTheEnd;

    boolean isKnown() {
        return plan.isPresent();
    }

    /** @param line where it stands */
    void is(TapLine.Plan planned, long line) {
        if (plan.isPresent()) {
            throw new MalformedResults(line, "there is a plan already");
        }
        if (planned.count() > CaseLimit.MOST) {
            throw new MalformedResults(line, "%,d cases are more than are taken".formatted(planned.count()));
        }
        if (seen.length() > planned.count() + 1) {
            throw new MalformedResults(line, "test %d is not in the plan".formatted(seen.length() - 1));
        }
        plan = Optional.of(planned);
        atTheEnd = !seen.isEmpty();
    }

    /**
     * Takes a result down.
     *
     * @param said its number, which is the next one where there is none
     * @return its number
     */
    int place(OptionalInt said, long line) {
        int place = said.orElse(Math.max(1, seen.length()));
        if (atTheEnd) {
            throw new MalformedResults(line, "a result follows the plan at the end");
        }
        if (place == 0 || place > plan.map(TapLine.Plan::count).orElse(CaseLimit.MOST)) {
            throw new MalformedResults(line, "test %d is not in the plan".formatted(place));
        }
        if (seen.get(place)) {
            throw new MalformedResults(line, "test %d is there twice".formatted(place));
        }
        seen.set(place);
        return place;
    }

    /** What went wrong with the document as a whole, in a line. */
    Optional<String> trouble() {
        if (plan.isEmpty()) {
            return Optional.of("has no plan, so it did not come to its end");
        }
        int missing = plan.get().count() - seen.cardinality();
        return missing == 0
                ? Optional.empty()
                : Optional.of("%d of %d results are missing"
                        .formatted(missing, plan.get().count()));
    }

    /** Why nothing was run, if that was the plan. */
    Optional<String> skipped() {
        return plan.flatMap(TapLine.Plan::skipped);
    }
}
