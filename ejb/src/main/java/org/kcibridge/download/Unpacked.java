package org.kcibridge.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), whose files may consist of several members. Java's own stream for it calls itself for each
 * member, which an endless row of empty ones turns into a stack overflow, and takes an error between two members for the
 * end of the file.
 */
final class Unpacked extends InputStream {

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[8_192];
    private int position;
    private int end;
    private boolean inside;

    Unpacked(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inside || beginMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                feed();
            } else {
                throw new IOException("it is not packed as it says");
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException damaged) {
            throw new IOException("it is packed and damaged", damaged);
        }
    }

    private void feed() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException("it is packed and breaks off");
        }
        inflater.setInput(buffer, position, end - position);
        position = end;
    }

    /** @return whether there is another one */
    private boolean beginMember() throws IOException {
        if (position == end && !fill()) {
            return false;
        }
        if (number(2) != MAGIC || octet() != DEFLATE) {
            throw new IOException("it is not packed as it says");
        }
        int flags = octet();
        number(4);
        number(2);
        drop((flags & EXTRA) == 0 ? 0 : number(2));
        dropText((flags & NAME) != 0);
        dropText((flags & COMMENT) != 0);
        drop((flags & HEADER_CHECKSUM) == 0 ? 0 : 2);
        if ((flags & RESERVED) != 0) {
            throw new IOException("it is packed in a way that is not known");
        }
        inflater.reset();
        checksum.reset();
        inside = true;
        return true;
    }

    private void endMember() throws IOException {
        position = end - inflater.getRemaining();
        if (number(4) != checksum.getValue() || number(4) != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new IOException("it is packed and damaged");
        }
        inside = false;
    }

    private void dropText(boolean present) throws IOException {
        while (present && octet() != 0) {
            // The name the file once had is nothing to us.
        }
    }

    private void drop(long octets) throws IOException {
        for (long left = octets; left > 0; left--) {
            octet();
        }
    }

    /** A number of so many bytes, the lowest first. */
    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number |= (long) octet() << Byte.SIZE * i;
        }
        return number;
    }

    private int octet() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException("it is packed and breaks off");
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
