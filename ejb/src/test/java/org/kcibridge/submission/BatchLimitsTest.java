package org.kcibridge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

/** What KCIDB fails to process travels in ever smaller company. */
@UnitTest
class BatchLimitsTest {

    @ParameterizedTest(name = "{0} objects, {1} failures: {2}")
    @CsvSource({"500, 0, 500", "500, 1, 62", "500, 2, 7", "500, 3, 1", "500, 11, 1", "10000, 4, 2", "1, 0, 1", "1, 4, 1"
    })
    void shrinksWithEachFailure(int objects, int failures, int expected) {
        assertThat(new BatchLimits(objects, 4096).objectsAfter(failures)).isEqualTo(expected);
    }
}
