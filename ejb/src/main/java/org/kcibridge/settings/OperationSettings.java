package org.kcibridge.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What concerns running a node, and not what it does.
 *
 * @param outboxAge how old a report may grow that waits for KCIDB, {@code BRIDGE_OUTBOX_AGE}
 * @param freeDisk how many MiB must be free where the server keeps logs and data, {@code BRIDGE_FREE_DISK}
 */
public record OperationSettings(Duration outboxAge, int freeDisk) implements Settings {

    private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";
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
        source.text(COLLECTOR).ifPresent(address -> Source.address(COLLECTOR, Optional.of(address)));
        if (!source.text("OTEL_TRACES_SAMPLER_ARG", "1.0").matches("0|1|[01]\\.0*|0?\\.[0-9]+")) {
            throw new BadSetting("OTEL_TRACES_SAMPLER_ARG", "must be a number from 0 to 1, such as 0.25");
        }
        return new OperationSettings(
                source.duration("BRIDGE_OUTBOX_AGE", Duration.ofHours(1)),
                source.number("BRIDGE_FREE_DISK", MEBIBYTES, 0, MOST_MEBIBYTES));
    }

    public long freeDiskBytes() {
        return freeDisk * 1024L * 1024L;
    }
}
