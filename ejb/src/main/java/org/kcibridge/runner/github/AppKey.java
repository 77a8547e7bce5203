package org.kcibridge.runner.github;

import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The private key of a GitHub App, with which it says who it is. */
public final class AppKey {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** GitHub takes no longer ones. */
    private static final Duration LIFE = Duration.ofMinutes(9);

    /** For a clock of ours that is ahead of GitHub's. */
    private static final Duration BACKDATED = Duration.ofMinutes(1);

    private final String app;
    private final PrivateKey key;

    private AppKey(String app, PrivateKey key) {
        this.app = app;
        this.key = key;
    }

    /**
     * Reads a key as GitHub gives it out, in PEM. Where line breaks get lost on the way, {@code \n} stands for one.
     *
     * @throws IllegalArgumentException when it is none, without quoting it
     */
    static AppKey read(String app, String pem) {
        byte[] text = pem.replace("\\n", "\n").getBytes(StandardCharsets.US_ASCII);
        try (var in = new ByteArrayInputStream(text)) {
            for (KeyPair pair : SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("key"), in, FilePasswordProvider.EMPTY)) {
                if (pair.getPrivate() instanceof RSAPrivateKey rsa) {
                    return new AppKey(app, rsa);
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The parser's own message might quote the key.
        }
        throw new IllegalArgumentException("must be an RSA private key in PEM");
    }

    /** A JSON web token that says who we are, for a few minutes. */
    String token(Instant now) {
        String claims = JSON.createObjectBuilder()
                .add("iat", now.minus(BACKDATED).getEpochSecond())
                .add("exp", now.plus(LIFE).getEpochSecond())
                .add("iss", app)
                .build()
                .toString();
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        return signed + "." + signature(signed);
    }

    private String signature(String text) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java signs with RSA", impossible);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "app " + app;
    }
}
