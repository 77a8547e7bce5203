package org.kcibridge.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * Who gets in, and how often.
 *
 * @param anonymousReading whether everybody may read, {@code BRIDGE_ANONYMOUS_READING}
 * @param perToken requests a minute of one token, {@code BRIDGE_RATE_PER_TOKEN}; 0 for any number
 * @param perAddress requests a minute of one address that prove no token, {@code BRIDGE_RATE_PER_ADDRESS}; 0 for any number
 * @param otherOrigins sites whose pages may ask the API, {@code BRIDGE_CORS_ORIGINS}
 * @param secret of whom we take JSON web tokens (HS256), {@code BRIDGE_JWT_SECRET}
 * @param publicKey the same (RS256), {@code BRIDGE_JWT_PUBLIC_KEY}
 * @param keys the same (RS256), where an OpenID provider publishes its keys, {@code BRIDGE_JWT_KEYS_URL}
 * @param issuer who has to have issued them, {@code BRIDGE_JWT_ISSUER}
 * @param audience for whom they have to be, {@code BRIDGE_JWT_AUDIENCE}
 */
@Declares(
        about = "Who gets in",
        value = {
            @Setting(
                    name = "BRIDGE_RATE_PER_TOKEN",
                    meaning = "how many requests a minute a token may make at one node; `0` for any number",
                    byDefault = "6000"),
            @Setting(
                    name = "BRIDGE_RATE_PER_ADDRESS",
                    meaning = "the same for an address without a valid token; callbacks of runners are not counted",
                    byDefault = "600"),
            @Setting(
                    name = "BRIDGE_ANONYMOUS_READING",
                    meaning = "`true` lets everybody read without a token",
                    byDefault = "false"),
            @Setting(
                    name = "BRIDGE_CORS_ORIGINS",
                    meaning = "sites whose pages may ask the API with a token of their own, such as "
                            + "`https://dashboard.example.org`, separated by commas"),
            @Setting(
                    name = "BRIDGE_JWT_SECRET",
                    meaning =
                            "whoever signs JSON web tokens with this secret (HS256), of 32 characters or more, is trusted"),
            @Setting(
                    name = "BRIDGE_JWT_PUBLIC_KEY",
                    meaning =
                            "instead of a secret: an RSA public key in PEM (RS256), `\\n` may stand for its line breaks"),
            @Setting(
                    name = "BRIDGE_JWT_KEYS_URL",
                    meaning = "instead of these: where an OpenID provider publishes its keys (RS256)"),
            @Setting(
                    name = "BRIDGE_JWT_ISSUER",
                    meaning = "what such tokens must have as `iss`",
                    otherwise = "anything"),
            @Setting(
                    name = "BRIDGE_JWT_AUDIENCE",
                    meaning = "what such tokens must have as `aud`",
                    otherwise = "anything")
        })
public record AccessSettings(
        boolean anonymousReading,
        int perToken,
        int perAddress,
        Set<String> otherOrigins,
        Optional<SecretKey> secret,
        Optional<PublicKey> publicKey,
        Optional<URI> keys,
        Optional<String> issuer,
        Optional<String> audience)
        implements Settings {

    private static final int MOST_REQUESTS = 10_000_000;

    /** As long as what HS256 makes of it (RFC 7518, section 3.2). */
    private static final int LEAST_SECRET = 32;

    /** @throws BadSetting when one is wrong or contradicts another */
    public static AccessSettings read(Source source) {
        Optional<String> secret = source.text("BRIDGE_JWT_SECRET");
        if (secret.isPresent() && secret.get().length() < LEAST_SECRET) {
            throw new BadSetting("BRIDGE_JWT_SECRET", "must have %d characters or more".formatted(LEAST_SECRET));
        }
        AccessSettings settings = new AccessSettings(
                source.flag("BRIDGE_ANONYMOUS_READING"),
                source.number("BRIDGE_RATE_PER_TOKEN", 6_000, 0, MOST_REQUESTS),
                source.number("BRIDGE_RATE_PER_ADDRESS", 600, 0, MOST_REQUESTS),
                origins(source.text("BRIDGE_CORS_ORIGINS", "")),
                secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256")),
                source.text("BRIDGE_JWT_PUBLIC_KEY").map(AccessSettings::publicKey),
                source.text("BRIDGE_JWT_KEYS_URL")
                        .map(text -> source.guardedAddress("BRIDGE_JWT_KEYS_URL", Optional.of(text))),
                source.text("BRIDGE_JWT_ISSUER"),
                source.text("BRIDGE_JWT_AUDIENCE"));
        if (settings.waysToProve() > 1) {
            throw new BadSetting(
                    "BRIDGE_JWT_SECRET", "must not be set together with BRIDGE_JWT_PUBLIC_KEY or BRIDGE_JWT_KEYS_URL");
        }
        return settings;
    }

    private static Set<String> origins(String list) {
        Set<String> origins = Stream.of(list.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!origins.stream().allMatch(origin -> origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?"))) {
            throw new BadSetting(
                    "BRIDGE_CORS_ORIGINS",
                    "must be origins such as https://dashboard.example.org, separated by commas");
        }
        return origins;
    }

    private long waysToProve() {
        return Stream.of(secret, publicKey, keys).filter(Optional::isPresent).count();
    }

    private static PublicKey publicKey(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                .replace("\\n", "")
                .replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new BadSetting("BRIDGE_JWT_PUBLIC_KEY", "must be an RSA public key in PEM");
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "%d requests a minute per token, %d per address".formatted(perToken, perAddress);
    }
}
