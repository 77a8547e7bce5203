package org.kcibridge.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Status;

/** What a result means, seen with those before it of the same test. */
public enum Course {
    /** It passes, and did the last time. */
    PASS,
    /** It fails, and did the last time. */
    FAIL,
    /** It fails, and passed the last time. */
    REGRESSION,
    /** It passes, and failed the last time. */
    FIXED,
    /** It has changed twice or more lately: what it says now tells little. */
    UNSTABLE,
    /** It says neither that the kernel is good nor that it is bad. */
    INCONCLUSIVE;

    /** So many results that said something are looked at, the one in question among them. */
    public static final int LATELY = 5;

    private static final int TOO_OFTEN = 2;

    /**
     * What each of some results means. Results that are inconclusive are passed over: what a test said before it was skipped
     * is what it said last.
     *
     * @param newestFirst empty where there is no status
     */
    public static List<Course> of(List<Optional<Status>> newestFirst) {
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            courses.add(of(newestFirst.get(i), lately(newestFirst.subList(i, newestFirst.size()))));
        }
        return courses;
    }

    private static List<Status> lately(List<Optional<Status>> newestFirst) {
        return newestFirst.stream()
                .filter(Course::isConclusive)
                .limit(LATELY)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static boolean isConclusive(Optional<Status> status) {
        return status.filter(known -> known == Status.PASS || known == Status.FAIL)
                .isPresent();
    }

    private static Course of(Optional<Status> status, List<Status> lately) {
        if (!isConclusive(status)) {
            return INCONCLUSIVE;
        }
        int changes = 0;
        for (int i = 1; i < lately.size(); i++) {
            changes += lately.get(i) == lately.get(i - 1) ? 0 : 1;
        }
        if (changes >= TOO_OFTEN) {
            return UNSTABLE;
        }
        boolean changed = lately.size() > 1 && lately.get(0) != lately.get(1);
        if (lately.get(0) == Status.PASS) {
            return changed ? FIXED : PASS;
        }
        return changed ? REGRESSION : FAIL;
    }
}
