package org.kcibridge.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What concerns running a node, and not what it does.
 *
 * @param outboxAge how old a report may grow that waits for KCIDB, {@code BRIDGE_OUTBOX_AGE}
 * @param freeDisk how many MiB must be free where the server keeps logs and data, {@code BRIDGE_FREE_DISK}
 */
@Declares(
        about = "Operation",
        value = {
            @Setting(
                    name = "BRIDGE_OUTBOX_AGE",
                    meaning =
                            "a report that has waited for KCIDB for longer is late, which `/health/ready` tells in its data",
                    byDefault = "PT1H"),
            @Setting(
                    name = "BRIDGE_FREE_DISK",
                    meaning = "so many MiB must be free where the server keeps logs and data, or the node is not ready",
                    byDefault = "200"),
            @Setting(
                    name = "BRIDGE_LOG_FORMAT",
                    meaning = "`text`, or `json`: one object in each line, with the ids of what it is about",
                    byDefault = "text"),
            @Setting(
                    name = "BRIDGE_STOP_TIMEOUT",
                    meaning = "so many seconds a node that is told to stop has for what is in hand, at most",
                    byDefault = "20"),
            @Setting(
                    name = "BRIDGE_PROXIED",
                    meaning =
                            "`true` behind a proxy that puts its own `X-Forwarded-For` and `X-Forwarded-Proto` in the "
                                    + "place of what came: these tell who calls, and how; in containers `true` when it is not set",
                    byDefault = "false"),
            @Setting(
                    name = "OTEL_EXPORTER_OTLP_ENDPOINT",
                    meaning = "an OpenTelemetry collector that gets traces, over gRPC",
                    otherwise = "no traces"),
            @Setting(
                    name = "OTEL_TRACES_SAMPLER_ARG",
                    meaning = "the part of traces that is sent, from 0 to 1",
                    byDefault = "1.0")
        })
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
        source.flag("BRIDGE_PROXIED");
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
