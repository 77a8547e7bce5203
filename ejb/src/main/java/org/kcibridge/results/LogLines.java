package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a log line by line. Consoles write whatever they like, megabytes without an end of line among it: of a line only
 * the beginning is kept, and bytes that are no UTF-8 become question marks.
 */
final class LogLines {

    private static final int LONGEST = 4_096;

    private final StringBuilder line = new StringBuilder();
    private final Consumer<String> reader;

    private LogLines(Consumer<String> reader) {
        this.reader = reader;
    }

    /** @throws IOException when the log cannot be read to its end; the lines before have been handed on */
    static void read(InputStream log, Consumer<String> reader) throws IOException {
        LogLines lines = new LogLines(reader);
        Reader text = new InputStreamReader(log, StandardCharsets.UTF_8);
        char[] buffer = new char[8_192];
        for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
            for (int i = 0; i < count; i++) {
                lines.add(buffer[i]);
            }
        }
        if (!lines.line.isEmpty()) {
            lines.end();
        }
    }

    private void add(char character) {
        if (character == '\n') {
            end();
        } else if (line.length() < LONGEST) {
            line.append(character);
        }
    }

    private void end() {
        int length = line.length();
        while (length > 0 && line.charAt(length - 1) == '\r') {
            length--;
        }
        String content = line.substring(0, length);
        line.setLength(0);
        reader.accept(content);
    }
}
