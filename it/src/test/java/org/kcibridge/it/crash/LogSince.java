package org.kcibridge.it.crash;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * What a bridge has logged since then.
 *
 * @param lines how many there were before
 */
record LogSince(Path file, int lines) {

    static LogSince now(Path file) {
        return new LogSince(file, read(file).size());
    }

    List<String> all() {
        List<String> all = read(file);
        return all.subList(lines, all.size());
    }

    /** Those of its messages that have this number. */
    List<JsonObject> numbered(String number) {
        return all().stream()
                .map(LogSince::parse)
                .filter(line -> line.getString("message").startsWith(number + ":"))
                .toList();
    }

    void await(String text) {
        Awaitility.await("the bridge says " + text).atMost(Flow.PATIENCE).until(() -> all().stream()
                .anyMatch(line -> line.contains(text)));
    }

    private static JsonObject parse(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
