package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** What KCIDB's endpoint can make of the bytes it is sent. */
final class PostedJson {

    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", 128));

    private PostedJson() {}

    /** The bytes as text; empty where they are no UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static Optional<JsonValue> parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            // A lone surrogate, legal as an escape for our parser, is refused by the real one.
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value.toString()));
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (JsonException | NoSuchElementException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The least that makes a document: a version, and at least one object. */
    static List<String> violations(String text) {
        boolean fine = parse(text).orElse(JsonValue.NULL) instanceof JsonObject root
                && root.get("version") != null
                && Stream.of("checkouts", "builds", "tests", "issues", "incidents")
                        .map(root::get)
                        .anyMatch(list -> list instanceof JsonArray objects && !objects.isEmpty());
        return fine ? List.of() : List.of("/: has no version or no objects");
    }
}
