package org.kcibridge.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hands through so many bytes, and fails if there are more. Closing it closes nothing: a client would read on to the end. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long read;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // See above.
    }

    private void count(int more) throws TooLarge {
        read += more;
        if (read > limit) {
            throw new TooLarge(limit);
        }
    }
}
