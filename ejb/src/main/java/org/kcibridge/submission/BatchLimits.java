package org.kcibridge.submission;

import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * How much goes out in one post; a submission that is larger goes alone. The defaults are what KCIDB's own senders post at a
 * time. KCIDB takes half a GiB, but a batch has to fit into our memory a few times, and when KCIDB fails one, all that is in
 * it is sent again.
 *
 * @param objects how many objects, {@code KCIDB_BATCH_OBJECTS}
 * @param bytes how many bytes, {@code KCIDB_BATCH_BYTES}
 */
@Declares(
        about = "Posts to KCIDB",
        value = {
            @Setting(
                    name = "KCIDB_BATCH_OBJECTS",
                    meaning = "how many objects go out in one post, 1 to 10000",
                    byDefault = "500"),
            @Setting(
                    name = "KCIDB_BATCH_BYTES",
                    meaning = "how many bytes go out in one post, 1024 to 67108864",
                    byDefault = "4194304")
        })
public record BatchLimits(int objects, int bytes) implements Settings {

    private static final int OBJECTS = 500;
    private static final int MOST_OBJECTS = 10_000;
    private static final int BYTES = 4 * 1024 * 1024;
    private static final int FEWEST_BYTES = 1024;
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** With each failure a batch shrinks to an eighth: 500 objects, 62, 7, 1. */
    private static final int NARROWER = 3;

    /** @throws BadSetting when one is wrong */
    public static BatchLimits read(Source source) {
        return new BatchLimits(
                source.number("KCIDB_BATCH_OBJECTS", OBJECTS, 1, MOST_OBJECTS),
                source.number("KCIDB_BATCH_BYTES", BYTES, FEWEST_BYTES, MOST_BYTES));
    }

    /**
     * How many objects travel together that KCIDB has failed to process so often. One of them is the offender, and the
     * others are innocent: the fewer go together, the fewer share its fate.
     */
    int objectsAfter(int failures) {
        return Math.max(1, objects >> Math.min(NARROWER * failures, Integer.SIZE - 1));
    }
}
