package org.kcibridge.live;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.kcibridge.event.Channel;
import org.kcibridge.event.Event;

/** What clients are told, as JSON. */
final class Frame {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Frame() {}

    /** @param after the event that the first one to be told comes after */
    static String subscribed(Channel channel, long after) {
        return of("subscribed", channel.key()).add("after", after).build().toString();
    }

    static String unsubscribed(Channel channel) {
        return of("unsubscribed", channel.key()).build().toString();
    }

    static String error(NotUnderstood reason) {
        return JSON.createObjectBuilder()
                .add("type", "error")
                .add("code", reason.fault().code())
                .add("detail", reason.getMessage())
                .build()
                .toString();
    }

    static String event(Event event) {
        JsonObjectBuilder frame =
                of("event", event.channel()).add("id", event.id()).add("object", event.object());
        if (event.state() != null) {
            frame.add("state", event.state());
        }
        return frame.add("at", event.at().toString()).build().toString();
    }

    private static JsonObjectBuilder of(String type, String channel) {
        return JSON.createObjectBuilder().add("type", type).add("channel", channel);
    }
}
