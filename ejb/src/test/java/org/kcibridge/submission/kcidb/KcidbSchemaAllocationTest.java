package org.kcibridge.submission.kcidb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kcibridge.allocation.Allocation.assertEach;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/**
 * What an object costs while a document is checked, in bytes allocated. Whoever makes it cheaper writes down the new number;
 * whoever makes it dearer needs a reason.
 */
@UnitTest
class KcidbSchemaAllocationTest {

    @Test
    void ofATestInADocument() throws Exception {
        KcidbSchema schema = new KcidbSchema();

        assertEach(16_300, tests -> {
            String document = document(tests);
            assertThat(schema.violations(document)).isEmpty();
            return () -> schema.violations(document);
        });
    }

    private static String document(int tests) {
        return IntStream.range(0, tests)
                .mapToObj(number ->
                        """
                        {"id":"riscv:u1_ltp-smoke_case%1$d","build_id":"maestro:b1","origin":"riscv","path":"ltp.case%1$d",
                         "status":"FAIL","start_time":"2026-03-02T10:00:00+00:00","duration":2.25,"comment":"it did not hold",
                         "log_url":"https://logs.example.org/u1/logs.txt","log_excerpt":"TFAIL: mode is 0644",
                         "misc":{"suite":"ltp-smoke","runtime":"tuxsuite"}}"""
                                .formatted(number))
                .collect(Collectors.joining(",", "{\"version\":{\"major\":5,\"minor\":3},\"tests\":[", "]}"));
    }
}
