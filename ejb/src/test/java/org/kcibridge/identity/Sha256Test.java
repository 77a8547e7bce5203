package org.kcibridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class Sha256Test {

    @Test
    void isTheDigestOfTheTextInUtf8() {
        // As sha256sum says.
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("ž")).isEqualTo("4b6877a9d48058e5c23046bd3cd92f4c7604f0c1f8509d42b9112e057023b872");
    }

    @Test
    void tellsListsApartThatReadTheSame() {
        assertThat(List.of(
                        Sha256.hex(List.of("a", "b/c")),
                        Sha256.hex(List.of("a/b", "c")),
                        Sha256.hex(List.of("ab", "/c")),
                        Sha256.hex(List.of("a", "b/c", "")),
                        Sha256.hex(List.of("1:a,", "b/c"))))
                .doesNotHaveDuplicates();
    }
}
