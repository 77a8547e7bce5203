package org.kcibridge.runner.tuxsuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class SigningKeysTest {

    static final byte[] TEXT = "{\"kind\":\"build\"}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void verifiesTheFormTuxSuiteSends(String curve) throws GeneralSecurityException {
        KeyPair pair = pair(curve);
        SigningKeys keys = SigningKeys.parse(openSsh(pair));
        byte[] signature = sign(pair);
        assertThat(keys.isEmpty()).isFalse();

        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(signature), TEXT))
                .isTrue();
        assertThat(keys.verifies(Base64.getUrlEncoder().withoutPadding().encodeToString(signature), TEXT))
                .isTrue();
        assertThat(keys.verifies(Base64.getEncoder().encodeToString(signature), TEXT))
                .isTrue();
        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(signature), "{}".getBytes(UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", ",", ";", "\r\n# rotated\r\n\r\n", " , "})
    void verifiesWithAnyOfSeveralKeys(String separator) throws GeneralSecurityException {
        KeyPair old = pair("secp256r1");
        KeyPair current = pair("secp256r1");
        SigningKeys keys = SigningKeys.parse(openSsh(old) + " tux@old" + separator + openSsh(current));

        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(sign(old)), TEXT))
                .isTrue();
        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(sign(current)), TEXT))
                .isTrue();
        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(sign(pair("secp256r1"))), TEXT))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "=", "====", "not base64!", "AAAA", "MEUCIQ", "\0", "MAYCAQACAQA", "MAYCAQECAQE="})
    void isNotImpressedByGarbage(String header) throws GeneralSecurityException {
        SigningKeys keys = SigningKeys.parse(openSsh(pair("secp256r1")));

        assertThat(keys.verifies(header, TEXT)).isFalse();
        assertThat(keys.verifies("A".repeat(1_000_000), TEXT)).isFalse();
    }

    @Test
    void looksAtNoHeaderLongerThanASignatureCanBe() throws GeneralSecurityException {
        KeyPair pair = pair("secp256r1");
        SigningKeys keys = SigningKeys.parse(openSsh(pair));
        String header = Base64.getUrlEncoder().encodeToString(sign(pair));
        String padded = header + " ".repeat(256 - header.length());

        assertThat(keys.verifies(padded, TEXT)).isTrue();
        assertThat(keys.verifies(padded + " ", TEXT)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n ", "# none yet"})
    void verifiesNothingWithoutKeys(String text) throws GeneralSecurityException {
        SigningKeys keys = SigningKeys.parse(text);

        assertThat(keys.isEmpty()).isTrue();
        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(sign(pair("secp256r1"))), TEXT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ecdsa-sha2-nistp256",
                "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY=",
                "ecdsa-sha2-nistp256 %%%",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8Tn0r0Xa0oZyqQvVtGQk0nJ0m3o6s2q9wqkqFh5n1x",
            })
    void refusesOtherKeysWithoutQuotingThem(String entry) throws GeneralSecurityException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.parse(openSsh(pair("secp256r1")) + "\n" + entry))
                .withMessage("signing key 2 is not an OpenSSH ECDSA public key")
                .withNoCause();
    }

    @Test
    void doesNotMistakeOneCurveForAnother() throws GeneralSecurityException {
        SigningKeys keys = SigningKeys.parse(openSsh(pair("secp384r1")));

        assertThat(keys.verifies(Base64.getUrlEncoder().encodeToString(sign(pair("secp256r1"))), TEXT))
                .isFalse();
    }

    static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    static String openSsh(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    static byte[] sign(KeyPair pair) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(TEXT);
        return signer.sign();
    }
}
