package org.kcibridge.live;

import jakarta.websocket.CloseReason.CloseCode;
import java.util.function.Consumer;

/** The way to one client. Nothing here waits for it. */
interface Line {

    /** Who is at the other end, for the log. */
    String caller();

    /** @param sent hears when the next one may be sent, or that this one cannot be */
    void send(String text, Consumer<Boolean> sent);

    /** Asks for a sign of life. */
    void ping();

    /** @param reason for people, as short as a control frame has to be */
    void close(CloseCode code, String reason);
}
