package org.kcibridge.it.standin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The key with which TuxSuite signs what it calls back with: ECDSA on P-256, known to others as an OpenSSH line. */
final class SigningKey {

    private static final String ALGORITHM = "ecdsa-sha2-nistp256";
    private static final int COORDINATE_BYTES = 32;

    /** Ten times as fast as what Java 17 brings along, which matters where thousands of callbacks are signed. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final KeyPair pair;

    SigningKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signature of the bytes in DER, as URL-safe Base64 with padding. */
    String sign(byte[] payload) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA", PROVIDER);
            signature.initSign(pair.getPrivate());
            signature.update(payload);
            return Base64.getUrlEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code ecdsa-sha2-nistp256 AAAA… comment}, as ssh-keygen writes it. */
    String openSshLine(String comment) {
        return ALGORITHM + " " + Base64.getEncoder().encodeToString(openSshBlob()) + " " + comment;
    }

    private byte[] openSshBlob() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            string(out, ALGORITHM.getBytes(StandardCharsets.US_ASCII));
            string(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(1 + 2 * COORDINATE_BYTES);
            out.writeByte(4);
            out.write(coordinate(point.getAffineX()));
            out.write(coordinate(point.getAffineY()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void string(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Exactly 32 bytes: BigInteger drops leading zeros and adds one for the sign. */
    private static byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        byte[] tail = Arrays.copyOfRange(signed, signed.length - length, signed.length);
        System.arraycopy(tail, 0, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }
}
