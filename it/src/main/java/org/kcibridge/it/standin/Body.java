package org.kcibridge.it.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What an answer carries. It may be of any size, since it is written anew each time and nobody has to hold it. */
interface Body {

    /** As the length of a body that is known only when it was written. */
    long UNKNOWN = -1;

    Body EMPTY = of(new byte[0]);

    void writeTo(OutputStream out) throws IOException;

    /** Its bytes, or {@link #UNKNOWN}. */
    default long length() {
        return UNKNOWN;
    }

    static Body of(byte[] bytes) {
        return new Sized(bytes.length, out -> out.write(bytes));
    }

    /** So many bytes of no meaning, in lines. */
    static Body filler(long bytes) {
        return new Sized(bytes, out -> fill(out, bytes));
    }

    /** Bytes without end; whoever reads them has to stop. */
    static Body endless() {
        return out -> fill(out, Long.MAX_VALUE);
    }

    /** A body whose length is found by writing it once to nobody. */
    static Body measured(Body written) {
        var counter = new CountingStream();
        try {
            written.writeTo(counter);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sized(counter.bytes, written);
    }

    default Body gzipped() {
        return out -> {
            var zip = new GZIPOutputStream(out);
            writeTo(zip);
            zip.finish();
        };
    }

    private static void fill(OutputStream out, long bytes) throws IOException {
        byte[] line = new byte[1024];
        Arrays.fill(line, (byte) '.');
        line[line.length - 1] = '\n';
        for (long left = bytes; left > 0; left -= line.length) {
            out.write(line, 0, (int) Math.min(left, line.length));
        }
    }

    /** A body whose length is known before it is written. */
    record Sized(long length, Body body) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            body.writeTo(out);
        }
    }

    /** Counts what it drops. */
    final class CountingStream extends OutputStream {

        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
