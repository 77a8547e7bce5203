package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Set;
import org.kcibridge.runner.News;
import org.kcibridge.runner.UnreadableCallback;

/**
 * What TuxSuite posts when something of ours changed its state. Two eras of the wire format are in use: the body is a JSON
 * object, or it is a JSON string whose text is that object. Some bodies hold {@code \'}, which JSON does not know.
 *
 * @param kind what the callback is about, in TuxSuite's words ({@code build}, {@code test}, {@code plan}, …); empty if it
 *     does not say. Words we have no use for are no error, they are acknowledged and left alone
 * @param status the thing's whole state, as TuxSuite's API would answer it; it holds secrets of ours, so it is not for a log
 */
public record TuxSuiteCallback(String kind, JsonObject status) {

    private static final Set<String> KNOWN = Set.of("build", "kbuild", "test");
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Reads a body of either era. Whether it may be believed is to be decided before, on {@link #signedText}. */
    public static TuxSuiteCallback read(byte[] body) {
        JsonValue value = parse(decode(body));
        if (value instanceof JsonString inner) {
            value = parse(inner.getString());
        }
        if (!(value instanceof JsonObject callback)) {
            throw new UnreadableCallback("the body is not a JSON object");
        }
        String kind = callback.get("kind") instanceof JsonString word ? word.getString() : "";
        if (callback.get("status") instanceof JsonObject status) {
            return new TuxSuiteCallback(kind, status);
        }
        if (KNOWN.contains(kind) || kind.isEmpty()) {
            throw new UnreadableCallback("the body has no status object");
        }
        return new TuxSuiteCallback(kind, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * The bytes TuxSuite's signature covers: of an object the body exactly as it came, of a string its text in UTF-8. The
     * text is taken before anything in it is repaired, else no signature would ever match.
     */
    public static byte[] signedText(byte[] body) {
        if (!startsWithQuote(body)) {
            return body.clone();
        }
        if (parse(decode(body)) instanceof JsonString inner) {
            return inner.getString().getBytes(StandardCharsets.UTF_8);
        }
        throw new UnreadableCallback("the body is not a JSON string");
    }

    /** What it is about, as far as we order such things. */
    public News.Subject subject() {
        return switch (kind) {
            case "build", "kbuild" -> News.Subject.BUILD;
            case "test" -> News.Subject.TEST;
            default -> News.Subject.OTHER;
        };
    }

    @Override
    public String toString() {
        return "TuxSuiteCallback[" + kind + "]";
    }

    private static boolean startsWithQuote(byte[] body) {
        int first = 0;
        while (first < body.length && (body[first] == ' ' || body[first] >= '\t' && body[first] <= '\r')) {
            first++;
        }
        return first < body.length && body[first] == '"';
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw new UnreadableCallback("the body is not UTF-8");
        }
    }

    private static JsonValue parse(String text) {
        try {
            return strictly(text);
        } catch (JsonParsingException malformed) {
            return repaired(text);
        } catch (RuntimeException | StackOverflowError tooMuch) {
            // The parser has limits (nesting, numbers) that it reports each in its own way.
            throw new UnreadableCallback("the body is JSON beyond all measure");
        }
    }

    private static JsonValue repaired(String text) {
        String repaired = ApostropheEscapes.remove(text);
        try {
            if (!repaired.equals(text)) {
                return strictly(repaired);
            }
        } catch (RuntimeException | StackOverflowError stillMalformed) {
            // Nothing else is known to be wrong with such bodies, so no more is tried.
        }
        throw new UnreadableCallback("the body is not JSON");
    }

    /** A reader would stop after the value and not mind what follows, a parser can be asked. */
    private static JsonValue strictly(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonParsingException("more than one value", parser.getLocation());
            }
            return value;
        } catch (NoSuchElementException nothing) {
            throw new JsonParsingException("no value", nothing, null);
        }
    }
}
