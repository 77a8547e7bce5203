package org.kcibridge.it.standin;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to a stand-in without a client that makes sense of things: bytes as they are on the wire. */
final class RawConnection implements AutoCloseable {

    private static final int LONGEST_HEAD = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /** Waits no longer than this for anything from now on. */
    RawConnection waiting(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        return this;
    }

    RawConnection send(String method, String path, String authorization, String body) throws IOException {
        return send("%s %s HTTP/1.1\r\nHost: stand-in\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, authorization, body.getBytes(StandardCharsets.UTF_8).length, body));
    }

    RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Reads one byte; -1 where the other side has ended the connection in an orderly way. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    /** Everything until the other side ends the connection. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Status line and headers, up to and without the empty line. */
    String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = read();
            if (next < 0 || head.size() == LONGEST_HEAD) {
                throw new EOFException("this is no head of an answer: " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII).strip();
    }

    /** The body of an answer whose head says its length. */
    String readBody(String head) throws IOException {
        int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
