package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class KcidbTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:21:44.100245, 2026-03-02T10:21:44.100245Z",
        "2026-03-02T10:21:44, 2026-03-02T10:21:44Z",
        "2026-03-02 10:21:44.5, 2026-03-02T10:21:44.5Z",
        "2026-03-02T10:21:44Z, 2026-03-02T10:21:44Z",
        "2026-03-02T10:21:44.5+02:00, 2026-03-02T08:21:44.5Z",
    })
    void takesTimesWithoutOffsetAsUtc(String text, OffsetDateTime time) {
        assertThat(KcidbTime.parse(text))
                .hasValueSatisfying(parsed -> assertThat(parsed.toInstant()).isEqualTo(time.toInstant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2026-03-02", "0001-01-01T00:00:00", "1969-12-31T23:59:59", "+10000-01-01T00:00:00"})
    void doesNotKnowATimeThatCannotBe(String text) {
        assertThat(KcidbTime.parse(text)).isEmpty();
    }
}
