package org.kcibridge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Reports that travel together are one document, and nothing in them changes on the way. */
@UnitTest
class BatchTest {

    private static final String VERSION = "{\"version\":{\"major\":5,\"minor\":3},";

    private static Unsent unsent(String objects) {
        return new Unsent(UUID.randomUUID(), VERSION + objects + "}");
    }

    @Test
    void carriesEachObjectOnce() {
        Unsent first = unsent("\"builds\":[{\"id\":\"riscv:ž\",\"comment\":\"first\"}]");
        Unsent again = unsent("\"builds\":[{\"id\":\"riscv:ž\",\"comment\":\"second\"},{\"id\":\"riscv:2\"}]");

        Batch batch = Batch.of(List.of(first, again));

        assertThat(batch.ids()).containsExactly(first.id(), again.id());
        assertThat(batch.objects()).isEqualTo(2);
        assertThat(batch.document())
                .isEqualTo(VERSION + "\"builds\":[{\"id\":\"riscv:ž\",\"comment\":\"first\"},{\"id\":\"riscv:2\"}]}");
    }

    @Test
    void keepsNumbersToTheLastDigit() {
        Unsent measured = unsent("\"tests\":[{\"id\":\"riscv:1\",\"misc\":{\"a\":0.10000000000000000555,"
                + "\"b\":123456789012345678901234567890,\"c\":1.50,\"d\":100000000000000000000}}]");

        assertThat(Batch.of(List.of(measured)).document()).isEqualTo(measured.document());
    }
}
