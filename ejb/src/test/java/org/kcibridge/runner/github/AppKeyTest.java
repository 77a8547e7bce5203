package org.kcibridge.runner.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** How an app proves to GitHub who it is. */
@UnitTest
class AppKeyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** What comes before the RSA key itself in PKCS#8, with a key of 2048 bits. */
    private static final int PKCS8_HEADER = 26;

    private final KeyPair pair = pair();

    @Test
    void signsWhoItIsForAFewMinutes() throws GeneralSecurityException {
        String token = AppKey.read(
                        "123456", pem("PRIVATE KEY", pair.getPrivate().getEncoded()))
                .token(NOW);

        String[] parts = token.split("\\.");
        assertThat(text(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(text(parts[1])).isEqualTo("{\"iat\":1767268740,\"exp\":1767269340,\"iss\":\"123456\"}");
        assertThat(verifies(parts[0] + "." + parts[1], parts[2])).isTrue();
    }

    /** GitHub gives keys out in the older form. */
    @Test
    void readsKeysOfBothForms() {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        String pkcs1 = pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length));

        assertThat(AppKey.read("1", pkcs1).token(NOW))
                .isEqualTo(AppKey.read("1", pem("PRIVATE KEY", pkcs8)).token(NOW));
        assertThat(AppKey.read("1", pkcs1.replace("\n", "\\n")).token(NOW)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----\n"})
    void refusesWhatIsNoKeyWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> AppKey.read("1", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be an RSA private key in PEM");
    }

    @Test
    void tellsNothingOfItself() {
        assertThat(AppKey.read("7", pem("PRIVATE KEY", pair.getPrivate().getEncoded())))
                .hasToString("app 7");
    }

    private boolean verifies(String text, String signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(text.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
