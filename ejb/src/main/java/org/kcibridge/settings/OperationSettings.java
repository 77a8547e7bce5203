package org.kcibridge.settings;

import java.time.Duration;

/**
 * What concerns running a node, and not what it does.
 *
 * @param outboxAge how old a report may grow that waits for KCIDB, {@code BRIDGE_OUTBOX_AGE}
 * @param freeDisk how many MiB must be free where the server keeps logs and data, {@code BRIDGE_FREE_DISK}
 */
public record OperationSettings(Duration outboxAge, int freeDisk) implements Settings {

    private static final int MOST_SECONDS = 600;
    private static final int STOP_SECONDS = 20;
    private static final int MEBIBYTES = 200;
    private static final int MOST_MEBIBYTES = 1024 * 1024;

    /** @throws BadSetting when one is wrong, among them those that the server itself goes by */
    public static OperationSettings read(Source source) {
        String format = source.text("BRIDGE_LOG_FORMAT", "text");
        if (!format.equals("text") && !format.equals("json")) {
            throw new BadSetting("BRIDGE_LOG_FORMAT", "must be text or json");
        }
        source.number("BRIDGE_STOP_TIMEOUT", STOP_SECONDS, 0, MOST_SECONDS);
        return new OperationSettings(
                source.duration("BRIDGE_OUTBOX_AGE", Duration.ofHours(1)),
                source.number("BRIDGE_FREE_DISK", MEBIBYTES, 0, MOST_MEBIBYTES));
    }

    public long freeDiskBytes() {
        return freeDisk * 1024L * 1024L;
    }
}
