package org.kcibridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class AuthorizationHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer kcib_x-Y.z", "bearer kcib_x-Y.z", "BEARER   kcib_x-Y.z "})
    void bearerGivesItsToken(String header) {
        assertThat(AuthorizationHeader.token(header)).hasValue("kcib_x-Y.z");
    }

    @Test
    void basicGivesThePasswordWhateverTheUser() {
        assertThat(AuthorizationHeader.token(basic("ci:secret"))).hasValue("secret");
        assertThat(AuthorizationHeader.token(basic(":secret"))).hasValue("secret");
        assertThat(AuthorizationHeader.token(basic("jürgen:grün"))).hasValue("grün");
    }

    @Test
    void onlyTheFirstColonSeparates() {
        assertThat(AuthorizationHeader.token(basic("ci:a:b"))).hasValue("a:b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer",
                "Bearer ",
                "Bearer two words",
                "Bearer a\u0000b",
                "Digest username=x",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic Y2k=", // ci, no colon
                "Basic Y2k6", // ci:, no password
                "Basic Y2k6/w==" // ci: and a byte that is not UTF-8
            })
    void anythingElseGivesNone(String header) {
        assertThat(AuthorizationHeader.token(header)).isEmpty();
    }

    @Test
    void overlongHeaderIsNotEvenLookedAt() {
        assertThat(AuthorizationHeader.token("Bearer " + "x".repeat(AuthorizationHeader.MAX_LENGTH)))
                .isEmpty();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
