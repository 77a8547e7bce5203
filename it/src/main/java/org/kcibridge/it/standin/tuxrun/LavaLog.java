package org.kcibridge.it.standin.tuxrun;

import static org.kcibridge.it.standin.tuxrun.LavaLine.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes LAVA's log line by line, numbers the lines and lets time pass between them. */
final class LavaLog {

    private static final Duration BETWEEN_LINES = Duration.ofNanos(173_000);

    private final Consumer<LavaLine> reader;
    private Instant time;
    private int lines;

    LavaLog(Instant started, Consumer<LavaLine> reader) {
        this.time = started;
        this.reader = reader;
    }

    /** Lines written so far. */
    int lines() {
        return lines;
    }

    void info(String text) {
        say("info", text);
    }

    void debug(String text) {
        say("debug", text);
    }

    /** What the device printed. */
    void target(String text) {
        say("target", text);
    }

    /** A signal that the device gave and LAVA received. */
    void signal(String name, String rest) {
        target("<LAVA_SIGNAL_" + name + " " + rest + ">");
        debug("Received signal: <" + name + "> " + rest);
    }

    /** An action of LAVA's own that went well. */
    void action(String name, String level, JsonObjectBuilder extra) {
        results(JSON.createObjectBuilder()
                .add("case", name)
                .add("definition", "lava")
                .add("duration", "0.15")
                .add("extra", extra)
                .add("level", level)
                .add("namespace", "common")
                .add("result", "pass")
                .build());
    }

    void results(JsonObject results) {
        advance();
        reader.accept(new LavaLine(time, "results", null, results));
    }

    void say(String level, String text) {
        advance();
        reader.accept(new LavaLine(time, level, text, null));
    }

    private void advance() {
        lines++;
        time = time.plus(BETWEEN_LINES);
    }
}
