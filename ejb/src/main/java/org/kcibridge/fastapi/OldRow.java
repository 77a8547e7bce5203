package org.kcibridge.fastapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.KcidbTime;

/** Reads rows that PostgreSQL wrote as JSON. */
final class OldRow {

    private static final JsonProvider JSON = JsonProvider.provider();

    private OldRow() {}

    static JsonObject parse(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static Optional<String> text(JsonObject row, String column) {
        return row.get(column) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** The texts of a list, each once; empty if it is none. */
    static List<String> texts(JsonObject row, String column) {
        return row.get(column) instanceof JsonArray list
                ? list.stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).getString())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** A time that means UTC and need not say so. */
    static Instant time(JsonObject row, String column) {
        return text(row, column)
                .flatMap(KcidbTime::parse)
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }
}
