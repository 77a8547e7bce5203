package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** Where callbacks of a stand-in go in a test: takes all of them, unless it is told something else. */
final class Receiver implements AutoCloseable {

    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer("receiver", this::receive).start();
    private volatile UnaryOperator<Answer> answering = answer -> answer;

    /** What a client gives as its {@code callback}. */
    URI address() {
        return server.uri().resolve("/callback");
    }

    /** Answers this way from now on; it may take its time. */
    void answer(UnaryOperator<Answer> way) {
        answering = way;
    }

    List<Request> received() {
        return List.copyOf(received);
    }

    /** The callback of this place in the order of arrival, from 0. */
    Request await(int index) {
        Awaitility.await("callback " + index).until(() -> received.size() > index);
        return received.get(index);
    }

    /** The status object of that callback. */
    JsonObject awaitStatus(int index) {
        return await(index).json().asJsonObject().getJsonObject("status");
    }

    private Answer receive(Request request) {
        received.add(request);
        return answering.apply(Answer.empty(204));
    }

    @Override
    public void close() {
        server.close();
    }
}
