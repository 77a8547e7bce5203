package org.kcibridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class RateLimitsTest {

    private static final TokenCredential ONE = TokenCredential.of("one", false);
    private static final TokenCredential OTHER = TokenCredential.of("other", false);

    private final RateLimits limits = new RateLimits();

    @Test
    void letsATokenDoSoMuchAndNoMore() {
        limits.set(2, 0);
        assertThat(limits.ofToken(ONE)).isZero();
        assertThat(limits.ofToken(ONE)).isZero();

        assertThat(limits.ofToken(ONE)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertThat(limits.ofToken(OTHER)).isZero();
    }

    @Test
    void makesAnAddressWaitThatWasWrongTooOften() {
        limits.set(0, 3);
        IntStream.range(0, 3)
                .forEach(i -> assertThat(limits.ofAddress("192.0.2.1")).isZero());

        assertThat(limits.ofAddress("192.0.2.1")).isPositive();
        assertThat(limits.ofAddress("192.0.2.2")).isZero();
    }

    @Test
    void doesNotCountWhereNothingIsSet() {
        limits.set(0, 0);
        IntStream.range(0, 1_000).forEach(i -> {
            assertThat(limits.ofToken(ONE)).isZero();
            assertThat(limits.ofAddress("192.0.2.1")).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1, 2001:db8:1:2",
        "'', ''"
    })
    void countsNetworks(String address, String network) {
        assertThat(RateLimits.network(address)).isEqualTo(network);
    }
}
