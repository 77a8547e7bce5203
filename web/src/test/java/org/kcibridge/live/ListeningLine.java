package org.kcibridge.live;

import jakarta.websocket.CloseReason.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A line to a client in this JVM, which reads what it is sent when it likes. */
final class ListeningLine implements Line {

    final List<String> sent = new ArrayList<>();
    String closed;
    int pings;
    private final Deque<Consumer<Boolean>> unread = new ArrayDeque<>();
    private boolean reads = true;

    /** From now on what is sent stays on the way. */
    ListeningLine stopReading() {
        reads = false;
        return this;
    }

    /** Reads what is on the way, and all that follows. */
    void readOn() {
        reads = true;
        while (!unread.isEmpty()) {
            unread.poll().accept(true);
        }
    }

    /** What is on the way does not arrive. */
    void breakDown() {
        unread.poll().accept(false);
    }

    @Override
    public String caller() {
        return "a test";
    }

    @Override
    public void send(String text, Consumer<Boolean> done) {
        if (closed != null) {
            throw new IllegalStateException("it is closed");
        }
        sent.add(text);
        if (reads) {
            done.accept(true);
        } else {
            unread.add(done);
        }
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(CloseCode code, String reason) {
        closed = code + " " + reason;
    }
}
