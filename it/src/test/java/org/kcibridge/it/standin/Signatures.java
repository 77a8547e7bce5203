package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** Checks signatures with nothing but the platform's own cryptography. */
final class Signatures {

    private Signatures() {}

    /** Whether the signature is that of the text. */
    static boolean verify(String openSshLine, String text, String signature) throws Exception {
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(publicKey(openSshLine));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static PublicKey publicKey(String openSshLine) throws Exception {
        String[] words = openSshLine.split(" ");
        assertThat(words[0]).isEqualTo("ecdsa-sha2-nistp256");
        var blob =
                new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(words[1])));
        assertThat(blob.readNBytes(blob.readInt())).isEqualTo(words[0].getBytes(StandardCharsets.US_ASCII));
        assertThat(blob.readNBytes(blob.readInt())).isEqualTo("nistp256".getBytes(StandardCharsets.US_ASCII));
        assertThat(blob.readInt()).isEqualTo(65);
        assertThat(blob.readByte()).isEqualTo((byte) 4);
        var point = new ECPoint(new BigInteger(1, blob.readNBytes(32)), new BigInteger(1, blob.readNBytes(32)));
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }
}
