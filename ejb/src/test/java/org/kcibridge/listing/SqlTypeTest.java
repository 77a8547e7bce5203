package org.kcibridge.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class SqlTypeTest {

    @ParameterizedTest(name = "{1} as {0}: {2}")
    @CsvSource({
        "TIME, 2026-02-28 10:11:12+00, true",
        "TIME, 2026-02-28 10:11:12.123456+05:30, true",
        "TIME, 2026-02-28 10:11:12.5-11, true",
        "TIME, -infinity, true",
        "TIME, infinity, true",
        "TIME, 2026-02-31 00:00:00+00, false",
        "TIME, 2026-02-28 25:00:00+00, false",
        "TIME, 2026-02-28 10:11:12, false",
        "TIME, 0001-01-01 00:00:00+00, false",
        "TIME, garbage, false",
        "BIGINT, -9223372036854775808, true",
        "BIGINT, 9223372036854775808, false",
        "BIGINT, 1.5, false",
        "DOUBLE, -Infinity, true",
        "DOUBLE, 1.5e-07, true",
        "DOUBLE, 1e99999, false",
        "DOUBLE, garbage, false",
        "UUID, 01a21538-b7c4-78fb-b4ad-628c4d9d2f35, true",
        "UUID, 1-1-1-1-1, false",
        "TEXT, anything, true"
    })
    void tellsWhatCanBeAValue(SqlType type, String text, boolean can) {
        assertThat(type.canBe(text)).isEqualTo(can);
    }
}
