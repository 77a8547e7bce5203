package org.kcibridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class JsonWebTokensTest {

    private static final JsonWebTokens.Trust ANYBODY = new JsonWebTokens.Trust(Optional.empty(), Optional.empty());
    private static final SecretKey SECRET = secret("0123456789abcdef0123456789abcdef");

    private final JsonWebTokens tokens = new JsonWebTokens();

    private static SecretKey secret(String text) {
        return new SecretKeySpec(text.getBytes(), "HmacSHA256");
    }

    @BeforeEach
    void trust() {
        tokens.trust(SECRET, "HS256", ANYBODY);
    }

    private static String signed(java.security.Key key, String algorithm, Consumer<JwtClaims> more) {
        JwtClaims claims = new JwtClaims();
        claims.setExpirationTimeMinutesInTheFuture(5);
        more.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String token(Consumer<JwtClaims> more) {
        return signed(SECRET, "HS256", more);
    }

    private CredentialValidationResult judge(String token) {
        assertThat(tokens.mayKnow(token)).isTrue();
        return tokens.validate(TokenCredential.of(token, true));
    }

    private void assertRefused(String token) {
        assertThat(judge(token).getStatus()).isEqualTo(Status.INVALID);
    }

    private static Consumer<JwtClaims> groups(String... groups) {
        return claims -> {
            claims.setSubject("alice");
            claims.setStringListClaim("groups", Arrays.asList(groups));
        };
    }

    @Test
    void takesGroupsForRoles() {
        CredentialValidationResult result = judge(token(groups("staff", "submitter")));

        assertThat(result.getCallerPrincipal().getName()).isEqualTo("alice");
        assertThat(result.getCallerGroups()).isEqualTo(Set.of("reader", "submitter"));
        assertThat(judge(token(groups("operator"))).getCallerGroups()).contains("operator", "submitter", "reader");
    }

    /** As KCIDB issues them. */
    @Test
    void bindsWhoHasAnOriginToIt() {
        CredentialValidationResult result = judge(token(claims -> claims.setStringClaim("origin", "redhat")));

        assertThat(result.getCallerGroups()).isEqualTo(Set.of("reader", "submitter"));
        Caller caller = (Caller) result.getCallerPrincipal();
        assertThat(caller.mayReportFor("redhat")).isTrue();
        assertThat(caller.mayReportFor("riscv")).isFalse();
    }

    /** It must not come to mean any origin. */
    @Test
    void refusesWhoseOriginCannotBeRead() {
        assertRefused(
                token(groups("submitter").andThen(claims -> claims.setStringListClaim("origin", List.of("redhat")))));
        assertRefused(token(groups("submitter").andThen(claims -> claims.setStringClaim("origin", " "))));
        assertRefused(token(groups("submitter").andThen(claims -> claims.setClaim("origin", 7))));
    }

    /** A token that cannot be judged is no wrong one. */
    @Test
    void saysWhenTheIssuerCannotBeAsked() {
        tokens.trust(
                (signature, nesting) -> {
                    throw new UnresolvableKeyException("no keys", new IOException("away"));
                },
                "RS256",
                ANYBODY);
        String token = signed(SECRET, "HS256", groups("reader")).replaceFirst("^[^.]*", "eyJhbGciOiJSUzI1NiJ9");

        assertThatThrownBy(() -> judge(token)).isInstanceOf(TokensUnavailable.class);
    }

    @Test
    void refusesWhoHasNoRole() {
        assertRefused(token(groups("staff")));
        assertRefused(token(claims -> claims.setSubject("alice")));
        assertRefused(token(claims -> claims.setStringListClaim("groups", List.of("reader"))));
    }

    @Test
    void refusesWhatAnybodyCouldHaveWritten() {
        assertRefused(signed(secret("another secret of thirty-two bytes"), "HS256", groups("operator")));
        assertRefused(signed(null, AlgorithmIdentifiers.NONE, groups("operator")));
        assertRefused(signed(SECRET, "HS256", groups("operator")).replaceFirst("\\.[^.]*$", ".AAAA"));
        assertRefused("eyJ.eyJ.x");
    }

    @Test
    void refusesWhatHasEndedOrNeverEnds() {
        assertRefused(token(groups("operator").andThen(claims -> claims.setExpirationTimeMinutesInTheFuture(-5))));
        assertRefused(token(groups("operator").andThen(claims -> claims.unsetClaim("exp"))));
    }

    /** A public key is no secret: whoever uses it as one must not get in. */
    @Test
    void takesAKeyForItsAlgorithmOnly() throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        tokens.trust(pair.getPublic(), "RS256", ANYBODY);

        assertThat(judge(signed(pair.getPrivate(), "RS256", groups("reader"))).getStatus())
                .isEqualTo(Status.VALID);
        assertRefused(
                signed(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"), "HS256", groups("reader")));
    }

    @Test
    void looksForWhomAndByWhomTheyAre() {
        tokens.trust(SECRET, "HS256", new JsonWebTokens.Trust(Optional.of("https://id"), Optional.of("bridge")));

        assertThat(judge(token(groups("reader").andThen(claims -> {
                            claims.setIssuer("https://id");
                            claims.setAudience("bridge");
                        })))
                        .getStatus())
                .isEqualTo(Status.VALID);
        assertRefused(token(groups("reader").andThen(claims -> claims.setIssuer("https://id"))));
        assertRefused(token(groups("reader").andThen(claims -> claims.setAudience("bridge"))));
    }

    @Test
    void leavesOtherTokensToOthers() {
        assertThat(tokens.mayKnow("kcib_abc")).isFalse();
        assertThat(tokens.mayKnow("eyJhbGciOiJIUzI1NiJ9")).isFalse();
        assertThat(tokens.validate(TokenCredential.of("kcib_abc", false)).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
        assertThat(new JsonWebTokens().mayKnow(token(groups("reader")))).isFalse();
    }
}
