package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class LimitedStreamTest {

    @Test
    void handsThroughWhatIsSmallEnough() throws IOException {
        assertThat(limited(10).readAllBytes()).hasSize(10);
    }

    @Test
    void stopsAtTheFirstByteTooMany() {
        assertThatExceptionOfType(RequestTooLarge.class)
                .isThrownBy(() -> limited(11).readAllBytes());
        assertThatExceptionOfType(RequestTooLarge.class).isThrownBy(() -> {
            try (LimitedStream stream = limited(11)) {
                while (stream.read() >= 0) {
                    // Read one by one, as parsers do.
                }
            }
        });
    }

    @Test
    void isRecognisedBehindOtherExceptions() {
        assertThat(RequestTooLarge.caused(new UncheckedIOException(new IOException(new RequestTooLarge()))))
                .isTrue();
        assertThat(RequestTooLarge.caused(new IOException("connection reset"))).isFalse();
    }

    private static LimitedStream limited(int bytes) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), 10);
    }
}
