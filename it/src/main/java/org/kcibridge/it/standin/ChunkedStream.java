package org.kcibridge.it.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Says the length of each piece, as that of the whole is unknown. */
final class ChunkedStream extends OutputStream {

    private final OutputStream out;
    private final byte[] chunk = new byte[8192];
    private int filled;

    ChunkedStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        chunk[filled++] = (byte) value;
        if (filled == chunk.length) {
            send();
        }
    }

    @Override
    public void flush() {
        // A chunk is sent when it is full.
    }

    void finish(boolean whole) throws IOException {
        if (filled > 0) {
            send();
        }
        if (whole) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void send() throws IOException {
        out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(chunk, 0, filled);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        filled = 0;
    }
}
