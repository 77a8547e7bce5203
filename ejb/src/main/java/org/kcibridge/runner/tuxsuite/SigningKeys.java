package org.kcibridge.runner.tuxsuite;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The public keys with which TuxSuite may have signed a callback; several, so that a key can be replaced without losing
 * callbacks on their way. They come from the configuration, or from TuxSuite itself ({@link PublishedKeys}). A signature covers
 * neither a time nor an id: it tells who speaks, not that it is said for the first time.
 */
public final class SigningKeys {

    /** ECDSA with SHA-256 whatever the curve, DER-encoded: tuxsuite.md, "The callback". */
    private static final String ALGORITHM = "SHA256withECDSA";

    /** Java 17 takes ten times as long for a signature, which was more than all the rest of taking a callback. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    /** A DER signature on the largest curve (P-521) has 139 bytes. */
    private static final int LONGEST_HEADER = 256;

    private final List<PublicKey> keys;

    private SigningKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys in OpenSSH's form, {@code ecdsa-sha2-nistp256 AAAA… comment}, separated by line breaks, commas or
     * semicolons.
     *
     * @param text the configuration's text; null or blank for no keys
     * @throws IllegalArgumentException counting to the entry that is no such key, without quoting it
     */
    public static SigningKeys parse(String text) {
        List<PublicKey> keys = new ArrayList<>();
        int position = 0;
        for (String entry : text == null ? new String[0] : text.split("[\\r\\n,;]")) {
            String key = entry.strip();
            if (!key.isEmpty() && key.charAt(0) != PublicKeyEntry.COMMENT_CHAR) {
                keys.add(key(key, ++position));
            }
        }
        return new SigningKeys(keys);
    }

    /** Whether there is no key, so that callbacks have to prove themselves in another way. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * Whether one of the keys made this signature over this text.
     *
     * @param header the signature in base64, of either alphabet, with padding or without; anything else verifies nothing
     * @param signedText {@link TuxSuiteCallback#signedText}
     */
    public boolean verifies(String header, byte[] signedText) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder()
                    .decode(header.strip().replace('-', '+').replace('_', '/').replaceFirst("=+$", ""));
            return keys.stream().anyMatch(key -> made(key, signature, signedText));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean made(PublicKey key, byte[] signature, byte[] signedText) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM, PROVIDER);
            verifier.initVerify(key);
            verifier.update(signedText);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notSuchASignature) {
            return false;
        }
    }

    private static PublicKey key(String entry, int position) {
        try {
            PublicKey key = PublicKeyEntry.parsePublicKeyEntry(entry)
                    .resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
            if (key instanceof ECPublicKey && entry.startsWith("ecdsa-sha2-")) {
                return (PublicKey)
                        KeyFactory.getInstance(key.getAlgorithm(), PROVIDER).translateKey(key);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The parser's own message would quote the entry.
        }
        throw new IllegalArgumentException("signing key " + position + " is not an OpenSSH ECDSA public key");
    }
}
