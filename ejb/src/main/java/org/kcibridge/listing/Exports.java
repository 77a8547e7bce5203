package org.kcibridge.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes whole lists, however long, as they are read: a portion is fetched when the one before has gone out. What comes into the
 * list or changes meanwhile may be in it or not; every row that stays is in it once.
 */
@ApplicationScoped
public class Exports {

    private static final int PORTION = 2_000;

    @Inject
    Lists lists;

    /** Writes all rows. Fails when the client goes away. */
    public void write(Selection selection, Order order, ExportFormat format, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        RowWriter writer = RowWriter.of(format, selection.listing(), text);
        writer.begin();
        List<Row> rows = lists.first(selection, order, PORTION);
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                writer.write(row.item());
            }
            text.flush();
            Place last = rows.get(rows.size() - 1).place();
            rows = rows.size() < PORTION ? List.of() : lists.after(selection, last, PORTION);
        }
        writer.end();
        text.flush();
    }
}
