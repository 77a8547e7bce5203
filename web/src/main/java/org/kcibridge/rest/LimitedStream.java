package org.kcibridge.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hands through so many bytes, and fails with {@link RequestTooLarge} if there are more. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long max) {
        super(in);
        this.left = max;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws RequestTooLarge {
        left -= read;
        if (left < 0) {
            throw new RequestTooLarge();
        }
    }
}
