package org.kcibridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TokenHashTest {

    @Test
    void isTheSha256InLowerCaseHex() {
        assertThat(TokenHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hashesTheUtf8Form() {
        assertThat(TokenHash.of("ä")).isEqualTo("33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc");
    }

    @Test
    void generatedTokensAreRecognisableAndAllDifferent() {
        assertThat(Stream.generate(TokenText::generate).limit(100))
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("kcib_[A-Za-z0-9_-]{43}"));
    }
}
