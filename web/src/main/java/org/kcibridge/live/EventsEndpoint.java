package org.kcibridge.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.kcibridge.live.NotUnderstood.Fault;

/**
 * The door for those who watch. One has to be logged in before the connection becomes a WebSocket; web.xml says so, as for
 * the REST API.
 */
@ServerEndpoint("/ws/events")
public class EventsEndpoint {

    @Inject
    LiveSessions sessions;

    private final Incoming incoming = new Incoming();
    private LiveSession session;

    @OnOpen
    public void open(Session socket) {
        session = sessions.open(new SocketLine(socket));
    }

    @OnMessage
    public void text(String part, boolean last) {
        session.heard(System.nanoTime());
        if (!incoming.add(part)) {
            session.end(CloseCodes.TOO_BIG, "a message has at most %d characters".formatted(ClientMessage.LONGEST));
        } else if (last) {
            session.received(incoming.take());
        }
    }

    @OnMessage(maxMessageSize = Incoming.FLOOD)
    public void binary(byte[] message) {
        session.heard(System.nanoTime());
        session.refuse(new NotUnderstood(Fault.MALFORMED, "messages are text"));
    }

    @OnMessage
    public void pong(PongMessage pong) {
        session.heard(System.nanoTime());
    }

    @OnClose
    public void close() {
        sessions.closed(session);
    }

    /** The connection broke, or a message was too long; either way the session is closed next. */
    @OnError
    public void error(Throwable trouble) {
        close();
    }
}
