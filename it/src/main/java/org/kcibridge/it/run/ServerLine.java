package org.kcibridge.it.run;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of something that a server logs, in either of its formats.
 *
 * @param text the message, and behind it the stack trace if that is in the same line
 */
record ServerLine(String level, String logger, String text) {

    private static final Pattern TEXT = Pattern.compile("^[0-9:,]+ ([A-Z]+) +\\[([^]]*)] (?:\\([^)]*\\) )?(.*)");

    /** @return empty for what goes on from the line before */
    static Optional<ServerLine> read(String line) {
        Matcher text = TEXT.matcher(line);
        if (text.matches()) {
            return Optional.of(new ServerLine(text.group(1), text.group(2), text.group(3)));
        }
        return line.startsWith("{") ? json(line) : Optional.empty();
    }

    private static Optional<ServerLine> json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            return Optional.of(new ServerLine(
                    json.getString("level"),
                    json.getString("loggerName"),
                    json.getString("message") + "\n" + json.getString("stackTrace", "")));
        } catch (JsonException | NullPointerException | ClassCastException somethingElse) {
            return Optional.empty();
        }
    }
}
