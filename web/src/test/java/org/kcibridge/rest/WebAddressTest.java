package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** What may be handed to a runner to fetch. */
@UnitTest
class WebAddressTest {

    private final WebAddress.Check check = new WebAddress.Check();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/Image.gz",
                "http://example.org:8080/a%20b/Image?signature=abc%2F",
                "https://[2001:db8::1]/Image",
                "https://example.org/user@host/Image"
            })
    void takesAddressesOfFiles(String text) {
        assertThat(check.isValid(text, null)).isTrue();
    }

    /** Clients in the field send {@code modules_url: ""} when there are none. */
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesNoneForNone(String text) {
        assertThat(check.isValid(text, null)).isTrue();
        assertThat(check.isValid(null, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image",
                "//example.org/Image",
                "ftp://example.org/Image",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:///Image",
                "https://user:password@example.org/Image",
                "https://token@example.org/Image",
                "https://example.org/Image#part",
                "https://example.org:99999/Image",
                "https://example.org/a b",
                "https://example.org/a\nb",
                "https://example.org/Ä",
                "https://example.org/%zz"
            })
    void refusesEverythingElse(String text) {
        assertThat(check.isValid(text, null)).isFalse();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(check.isValid("https://example.org/" + "a".repeat(2000), null))
                .isFalse();
    }
}
