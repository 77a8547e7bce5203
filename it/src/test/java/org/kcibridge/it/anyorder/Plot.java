package org.kcibridge.it.anyorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A story before it is played. A result comes in each, and no last deadline passes before that: a job that is lost before its
 * result came ends otherwise, and rightly so.
 *
 * @param seed what it was made from
 * @param ending what is asked for, and how TuxSuite ends it
 * @param answered whether TuxSuite's answer to the order arrives; if not, its news overtake it
 * @param deeds what happens after the order
 */
record Plot(long seed, Ending ending, boolean answered, List<Deed> deeds) {

    /** So much may happen in one. */
    static final int LONGEST = 14;

    private static final int SHORTEST = 3;

    /** The shortest there is. */
    static Plot plain(Ending ending) {
        return new Plot(0, ending, true, List.of(Deed.RESULT, Deed.APPLY, Deed.GATHER));
    }

    static Plot of(long seed) {
        Random random = new Random(seed);
        Ending ending = any(random, Ending.values());
        boolean answered = random.nextInt(4) > 0;
        List<Deed> deeds = new ArrayList<>();
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        while (deeds.size() < length) {
            Deed deed = any(random, Deed.values());
            if (deed != Deed.TIME_OUT || hasResult(deeds)) {
                deeds.add(deed);
            }
        }
        if (!hasResult(deeds)) {
            deeds.add(Deed.RESULT);
        }
        return new Plot(seed, ending, answered, List.copyOf(deeds));
    }

    boolean cancels() {
        return deeds.contains(Deed.CANCEL);
    }

    private static boolean hasResult(List<Deed> deeds) {
        return deeds.stream().anyMatch(Deed::bringsResult);
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
