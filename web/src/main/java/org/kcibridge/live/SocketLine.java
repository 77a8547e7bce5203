package org.kcibridge.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/** A WebSocket session. */
record SocketLine(Session session) implements Line {

    /** A client that has gone, or does not read, will not answer that we close either; then the connection just ends. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    @Override
    public String caller() {
        return session.getUserPrincipal() == null
                ? "?"
                : session.getUserPrincipal().getName();
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        session.getAsyncRemote().sendText(text, result -> sent.accept(result.isOK()));
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException gone) {
            // Who cannot be reached gives no sign of life, and is noticed by that.
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        try {
            session.setMaxIdleTimeout(GOODBYE.toMillis());
            session.close(new CloseReason(code, reason));
        } catch (IOException | RuntimeException gone) {
            // So much the better.
        }
    }
}
