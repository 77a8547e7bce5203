package org.kcibridge.submission.kcidb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class RetryAfterTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"0, PT0S", "' 5 ', PT5S", "3600, PT1H", "3601, PT1H", "999999999, PT1H"})
    void takesSecondsUpToAnHour(String header, Duration pause) {
        assertThat(RetryAfter.read(header)).contains(pause);
    }

    @Test
    void takesADateUpToAnHourAhead() {
        assertThat(RetryAfter.read(in(Duration.ofMinutes(30)))).hasValueSatisfying(pause -> assertThat(pause)
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
        assertThat(RetryAfter.read(in(Duration.ofDays(1)))).contains(HOUR);
    }

    @Test
    void doesNotWaitForTimesThatArePast() {
        assertThat(RetryAfter.read(in(Duration.ofMinutes(-1)))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1.5", "1234567890", "Thu, 99 Jan 2026 00:00:00 GMT"})
    void asksForNothingWhenItCannotBeRead(String header) {
        assertThat(RetryAfter.read(header)).isEmpty();
    }

    private static String in(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(ahead));
    }
}
