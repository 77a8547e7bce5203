package org.kcibridge.listing;

import static org.kcibridge.allocation.Allocation.assertEach;

import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

/**
 * What a row costs while a list is written, in bytes allocated. Whoever makes it cheaper writes down the new number; whoever
 * makes it dearer needs a reason.
 */
@UnitTest
class RowsAllocationTest {

    @ParameterizedTest
    @CsvSource({"JSON, 1", "KCIDB, 1", "CSV, 4700"})
    void ofATest(ExportFormat format, int limit) throws Exception {
        assertEach(limit, rows -> {
            List<String> items = IntStream.range(0, rows)
                    .mapToObj(number ->
                            """
                            {"id":"riscv:u1_ltp-smoke_case%1$d","build_id":"maestro:b1","origin":"riscv",\
                            "path":"ltp.case%1$d","status":"FAIL","start_time":"2026-03-02T10:00:00+00:00","duration":2.25}"""
                                    .formatted(number))
                    .toList();
            return () -> {
                RowWriter writer = RowWriter.of(format, Listing.TESTS, Writer.nullWriter());
                writer.begin();
                for (String item : items) {
                    writer.write(item);
                }
                writer.end();
                return writer;
            };
        });
    }
}
