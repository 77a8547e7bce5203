package org.kcibridge.it.standin.tuxrun;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A line of LAVA's log: text in most, a result in some.
 *
 * @param level {@code info}, {@code debug}, {@code target} for what the device printed, {@code results}
 * @param results {@code null} unless the level is {@code results}
 */
record LavaLine(Instant time, String level, String text, JsonObject results) {

    /** Looked up once, as each look-up searches the class path, and logs have hundreds of thousands of lines. */
    static final JsonProvider JSON = JsonProvider.provider();

    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    boolean isTarget() {
        return level.equals("target");
    }

    /** UTC that does not say so. */
    String stamp() {
        return NAIVE.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** As one item of a YAML list, with the spaces that some readers count. */
    String yaml() {
        return "- {\"dt\": \"%s\", \"lvl\": \"%s\", \"msg\": %s}"
                .formatted(stamp(), level, results == null ? JSON.createValue(text) : results);
    }
}
