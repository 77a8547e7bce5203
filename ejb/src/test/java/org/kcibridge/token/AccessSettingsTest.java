package org.kcibridge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Source;

@UnitTest
class AccessSettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static AccessSettings read(Map<String, String> settings) {
        return AccessSettings.read(new Source(name -> Optional.ofNullable(settings.get(name))));
    }

    @Test
    void letInNobodyButTokensWithoutSettings() {
        AccessSettings settings = read(Map.of());

        assertThat(settings.anonymousReading()).isFalse();
        assertThat(settings.secret()).isEmpty();
        assertThat(settings.publicKey()).isEmpty();
        assertThat(settings.perToken()).isEqualTo(6_000);
        assertThat(settings.perAddress()).isEqualTo(600);
    }

    @Test
    void readsAKeyInPem() throws NoSuchAlgorithmException {
        PublicKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        String pem = "-----BEGIN PUBLIC KEY-----\\n"
                + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----";

        assertThat(read(Map.of("BRIDGE_JWT_PUBLIC_KEY", pem)).publicKey()).contains(key);
    }

    @Test
    void tellsNoSecret() {
        assertThat(read(Map.of("BRIDGE_JWT_SECRET", SECRET)).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "BRIDGE_JWT_SECRET, short",
        "BRIDGE_JWT_PUBLIC_KEY, MIIB",
        "BRIDGE_JWT_PUBLIC_KEY, ???",
        "BRIDGE_JWT_KEYS_URL, http://id.example.org/keys",
        "BRIDGE_RATE_PER_TOKEN, -1",
        "BRIDGE_RATE_PER_ADDRESS, many",
        "BRIDGE_ANONYMOUS_READING, perhaps",
        "BRIDGE_CORS_ORIGINS, *",
        "BRIDGE_CORS_ORIGINS, https://a.example.org/path"
    })
    void namesTheSettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(name);
    }

    @Test
    void trustsOneOnly() {
        assertThatThrownBy(() ->
                        read(Map.of("BRIDGE_JWT_SECRET", SECRET, "BRIDGE_JWT_KEYS_URL", "https://id.example.org/keys")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("BRIDGE_JWT_KEYS_URL");
    }
}
