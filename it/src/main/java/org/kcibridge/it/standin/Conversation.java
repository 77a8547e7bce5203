package org.kcibridge.it.standin;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kcibridge.it.standin.Answer.Manner;

/** One client's connection, from its first request until one of the two sides has had enough. */
final class Conversation implements Runnable {

    private final Socket socket;
    private final Supplier<Lull> lulls;
    private final Function<Request, Answer> route;

    Conversation(Socket socket, Supplier<Lull> lulls, Function<Request, Answer> route) {
        this.socket = socket;
        this.lulls = lulls;
        this.route = route;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var reader = new RequestReader(socket.getInputStream(), socket.getOutputStream());
            var writer = new AnswerWriter(socket.getOutputStream());
            Optional<Request> request = reader.next();
            while (request.isPresent() && answer(request.get(), writer)) {
                request = reader.next();
            }
        } catch (IOException gone) {
            // The client went away, or the server was closed: there is nobody to tell.
        }
    }

    private boolean answer(Request request, AnswerWriter writer) throws IOException {
        Lull lull = lulls.get();
        Answer answer = route.apply(request);
        boolean goesOn = writer.write(answer, request, lull);
        if (answer.manner() == Manner.RESET) {
            socket.setSoLinger(true, 0);
        }
        return goesOn && !request.header("connection").orElse("").equalsIgnoreCase("close");
    }
}
