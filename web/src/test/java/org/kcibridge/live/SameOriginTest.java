package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

/** Which pages may watch on behalf of whoever looks at them. */
@UnitTest
class SameOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://bridge.example.org, bridge.example.org, true",
        "https://Bridge.example.org, bridge.example.ORG, true",
        "http://localhost:8080, localhost:8080, true",
        "http://localhost:8081, localhost:8080, false",
        "https://evil.example.org, bridge.example.org, false",
        "https://bridge.example.org.evil.org, bridge.example.org, false",
        "https://bridge.example.org@evil.org, bridge.example.org, false",
        "null, bridge.example.org, false",
        "not an address, bridge.example.org, false",
        "https://bridge.example.org, , false",
    })
    void knowsItsOwn(String origin, String host, boolean ours) {
        assertThat(SameOrigin.isOurs(origin, host)).isEqualTo(ours);
    }
}
