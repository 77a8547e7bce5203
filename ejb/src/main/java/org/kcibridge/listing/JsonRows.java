package org.kcibridge.listing;

import java.io.IOException;
import java.io.Writer;

/** Rows as JSON, with something around them. */
final class JsonRows implements RowWriter {

    private final String before;
    private final String after;
    private final Writer out;
    private boolean any;

    JsonRows(String before, String after, Writer out) {
        this.before = before;
        this.after = after;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write(before);
    }

    @Override
    public void write(String item) throws IOException {
        out.write(any ? ",\n" : "\n");
        out.write(item);
        any = true;
    }

    @Override
    public void end() throws IOException {
        out.write("\n" + after + "\n");
    }
}
