package org.kcibridge.it.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.kcibridge.it.container.ApiClient;

/**
 * A client that asks to be told and then is dead in some way: no WebSocket library can be brought to that, so this one
 * speaks to the socket itself.
 */
final class SilentClient implements AutoCloseable {

    private static final int SMALL = 8 * 1024;
    private static final int PATIENCE = 60_000;
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final byte[] NO_MASK = new byte[4];

    private final Socket socket = new Socket();

    SilentClient(ApiClient api, String channel) throws IOException {
        URI server = api.server();
        // Little room on the way, so that it is soon full.
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        write(
                """
                GET /ws/events HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                \r
                """
                        .formatted(server.getAuthority(), api.token())
                        .getBytes(StandardCharsets.UTF_8));
        byte[] subscription =
                "{\"type\":\"subscribe\",\"channel\":\"%s\"}".formatted(channel).getBytes(StandardCharsets.UTF_8);
        write(ByteBuffer.allocate(6 + subscription.length)
                .put((byte) TEXT)
                .put((byte) (MASKED | subscription.length))
                .put(NO_MASK)
                .put(subscription)
                .array());
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads until the bridge ends the connection. */
    byte[] readToTheEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] portion = new byte[SMALL];
        try {
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                all.write(portion, 0, read);
            }
        } catch (SocketException reset) {
            // That is an end, too.
        }
        return all.toByteArray();
    }

    static String text(byte[] read) {
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    /** Code and reason in the close frame that what was read ends with. */
    static String end(byte[] read) {
        int frame = text(read).lastIndexOf((char) CLOSE);
        return ByteBuffer.wrap(read).getShort(frame + 2) + " " + text(read).substring(frame + 4);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
