package org.kcibridge.live;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.OptionalLong;
import org.kcibridge.event.Channel;
import org.kcibridge.live.NotUnderstood.Fault;

/**
 * What a client asks for.
 *
 * @param since the event after which it wants to be told; empty for now
 */
record ClientMessage(Type type, Channel channel, OptionalLong since) {

    /** Far more than any message needs. */
    static final int LONGEST = 1024;

    private static final int LONGEST_ECHO = 50;

    private static final JsonProvider JSON = JsonProvider.provider();

    enum Type {
        SUBSCRIBE,
        UNSUBSCRIBE
    }

    /** @throws NotUnderstood saying what is wrong with it */
    static ClientMessage parse(String text) throws NotUnderstood {
        if (text.length() > LONGEST) {
            throw new NotUnderstood(Fault.TOO_LONG, "a message has at most %d characters".formatted(LONGEST));
        }
        JsonObject message = object(text);
        Type type = type(text(message, "type"));
        String channel = text(message, "channel");
        return new ClientMessage(
                type,
                Channel.of(channel)
                        .orElseThrow(() -> new NotUnderstood(
                                Fault.UNKNOWN_CHANNEL,
                                "there is no channel '%s'; there are %s".formatted(echo(channel), Channel.all()))),
                since(message.get("since")));
    }

    private static JsonObject object(String text) throws NotUnderstood {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext() && value instanceof JsonObject object) {
                return object;
            }
        } catch (RuntimeException malformed) {
            // Not only JsonException: it has others for the end of the text and for deep nesting.
            throw new NotUnderstood(Fault.MALFORMED, "the message is not JSON");
        }
        throw new NotUnderstood(Fault.MALFORMED, "the message is not a JSON object");
    }

    private static String text(JsonObject message, String name) throws NotUnderstood {
        if (message.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw new NotUnderstood(Fault.MALFORMED, "'%s' must be a string".formatted(name));
    }

    private static Type type(String type) throws NotUnderstood {
        return switch (type) {
            case "subscribe" -> Type.SUBSCRIBE;
            case "unsubscribe" -> Type.UNSUBSCRIBE;
            default ->
                throw new NotUnderstood(
                        Fault.UNKNOWN_TYPE,
                        "there is no type '%s'; there are subscribe, unsubscribe".formatted(echo(type)));
        };
    }

    private static OptionalLong since(JsonValue since) throws NotUnderstood {
        if (since == null) {
            return OptionalLong.empty();
        }
        try {
            if (since instanceof JsonNumber number && number.longValueExact() >= 0) {
                return OptionalLong.of(number.longValueExact());
            }
        } catch (ArithmeticException notWhole) {
            // As wrong as anything else.
        }
        throw new NotUnderstood(Fault.MALFORMED, "'since' must be the id of an event");
    }

    private static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
