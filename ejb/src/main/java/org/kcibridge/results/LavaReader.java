package org.kcibridge.results;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kcibridge.log.OneLine;

/**
 * Reads results.json case by case, so that however many there are only what is kept of them takes memory. Suites and the
 * steps of the job look alike in it: one object for each, its cases by name inside.
 */
final class LavaReader {

    static final String JOB = "lava";

    private static final JsonProvider JSON = JsonProvider.provider();
    /** Far more than any suite writes, excerpts included. */
    private static final long MOST_BYTES = 64L << 20;

    private final JsonParser parser;
    private final Map<String, LavaAction> steps = new LinkedHashMap<>();
    private final Map<String, List<CaseResult>> suites = new LinkedHashMap<>();
    private final CaseLimit limit = new CaseLimit();

    private LavaReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws MalformedResults when it is not JSON, or not of this form
     * @throws IOException when it cannot be read to its end
     */
    static LavaResults read(InputStream in) throws IOException {
        var text = new InputStreamReader(new LimitedInput(in, MOST_BYTES), StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(text)) {
            return new LavaReader(parser).results();
        } catch (JsonParsingException malformed) {
            throw new MalformedResults(
                    malformed.getLocation().getLineNumber(), "not JSON: " + OneLine.of(malformed.getMessage()));
        } catch (JsonException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new MalformedResults(0, "not JSON: " + OneLine.of(failed.getMessage()));
        } catch (MalformedResults known) {
            throw known;
        } catch (RuntimeException | StackOverflowError tooMuch) {
            // The parser has limits (nesting, numbers) that it reports each in its own way.
            throw new MalformedResults(0, "not JSON, or beyond all measure");
        }
    }

    private LavaResults results() {
        if (parser.next() != Event.START_OBJECT) {
            throw malformed("the results are not an object");
        }
        while (parser.next() == Event.KEY_NAME) {
            section(parser.getString());
        }
        // A parser minds what follows only when it is asked for it.
        parser.hasNext();
        return new LavaResults(steps, suites);
    }

    private void section(String key) {
        String suite = LavaNames.withoutIndex(key);
        if (suite.isBlank()) {
            throw malformed("a suite has no name");
        }
        Event event = parser.next();
        if (event != Event.VALUE_NULL && event != Event.START_OBJECT) {
            throw malformed("'%s' is not a suite%s".formatted(OneLine.of(key), said(event)));
        }
        List<CaseResult> found = new ArrayList<>();
        while (event == Event.START_OBJECT && parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            JsonObject entry = entry(name);
            if (key.equals(JOB)) {
                step(name, entry);
            } else {
                cases(new LavaCase(suite, name), entry, found);
            }
        }
        if (!key.equals(JOB)) {
            suites.computeIfAbsent(suite, name -> new ArrayList<>()).addAll(found);
        }
    }

    /** An entry is an object. A word stands for an object that holds nothing else, and null for an empty one. */
    private JsonObject entry(String name) {
        Event event = parser.next();
        return switch (event) {
            case START_OBJECT -> parser.getObject();
            case VALUE_NULL -> JsonValue.EMPTY_JSON_OBJECT;
            case VALUE_STRING ->
                JSON.createObjectBuilder().add("result", parser.getString()).build();
            default -> throw malformed("'%s' is not a case".formatted(OneLine.of(name)));
        };
    }

    /** A suite that was run twice counts as run to its end only if it was so each time. */
    private void step(String name, JsonObject entry) {
        steps.merge(LavaNames.withoutIndex(name), new LavaAction(entry), (one, other) -> one.passed() ? other : one);
    }

    private void cases(LavaCase place, JsonObject entry, List<CaseResult> found) {
        boolean level = !(entry.get("result") instanceof JsonString)
                && entry.values().stream().anyMatch(JsonObject.class::isInstance);
        if (!level) {
            limit.count(line());
            found.add(place.result(new LavaAction(entry)));
            return;
        }
        if (place.isDeep()) {
            throw malformed("the cases are nested too deeply");
        }
        entry.forEach((name, member) -> {
            if (member instanceof JsonObject inner) {
                cases(place.below(name), inner, found);
            }
        });
    }

    private String said(Event event) {
        return event == Event.VALUE_STRING ? ": " + OneLine.of(parser.getString()) : "";
    }

    private MalformedResults malformed(String reason) {
        return new MalformedResults(line(), reason);
    }

    private long line() {
        return parser.getLocation().getLineNumber();
    }
}
