package org.kcibridge.it.standin;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.kcibridge.it.standin.Answer.Manner;

/** Puts answers on the wire the way they are meant, spoilt ones too. */
final class AnswerWriter {

    private final OutputStream wire;

    AnswerWriter(OutputStream wire) {
        this.wire = new BufferedOutputStream(wire);
    }

    /**
     * Writes one answer, or as much of it as there shall be.
     *
     * @param lull the pauses it may make
     * @return whether the connection can be used on
     */
    boolean write(Answer answer, Request request, Lull lull) throws IOException {
        if (!lull.last(answer.delay())) {
            return false;
        }
        switch (answer.manner()) {
            case HUNG_UP, RESET -> {
                return false;
            }
            case NONSENSE -> answer.body().writeTo(wire);
            default -> writeWhole(answer, request, lull);
        }
        wire.flush();
        return answer.manner() == Manner.COMPLETE;
    }

    private void writeWhole(Answer answer, Request request, Lull lull) throws IOException {
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        boolean truncated = answer.manner() == Manner.TRUNCATED;
        long length = answer.body().length();
        line("HTTP/1.1 " + answer.status() + " ");
        for (var header : answer.headers().entrySet()) {
            line(header.getKey() + ": " + header.getValue());
        }
        if (!bodiless) {
            line(
                    length == Body.UNKNOWN
                            ? "Transfer-Encoding: chunked"
                            : "Content-Length: " + (truncated ? Math.max(1, length) : length));
        }
        line("");
        if (bodiless || request.method().equals("HEAD")) {
            return;
        }
        OutputStream paced = answer.pause().isZero() ? wire : new PacedStream(wire, lull, answer.pause());
        if (length == Body.UNKNOWN) {
            var chunks = new ChunkedStream(paced);
            answer.body().writeTo(chunks);
            chunks.finish(!truncated);
        } else {
            answer.body().writeTo(truncated ? new HalfStream(paced, length / 2) : paced);
        }
    }

    private void line(String text) throws IOException {
        wire.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends each byte for itself, and pauses. */
    private static final class PacedStream extends FilterOutputStream {

        private final Lull lull;
        private final Duration pause;

        PacedStream(OutputStream out, Lull lull, Duration pause) {
            super(out);
            this.lull = lull;
            this.pause = pause;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            out.flush();
            if (!lull.last(pause)) {
                throw new EOFException("nobody waits for the rest");
            }
        }
    }

    /** Drops what goes beyond a limit. */
    private static final class HalfStream extends FilterOutputStream {

        private long left;

        HalfStream(OutputStream out, long limit) {
            super(out);
            left = limit;
        }

        @Override
        public void write(int value) throws IOException {
            if (left > 0) {
                out.write(value);
                left--;
            }
        }
    }
}
