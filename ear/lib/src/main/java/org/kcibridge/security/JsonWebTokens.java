package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.io.IOException;
import java.security.Key;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Knows callers by JSON web tokens that somebody else has issued: MicroProfile JWT's claims {@code upn} or {@code sub}, and
 * {@code groups} with our roles. KCIDB's own tokens, which have no groups but an {@code origin}, make a submitter for that
 * origin. One that never expires is refused, as nobody could revoke it.
 */
@ApplicationScoped
public class JsonWebTokens implements IdentityStore {

    private static final int CLOCK_SKEW_SECONDS = 30;

    private volatile JwtConsumer consumer;

    /** What has to be true of a token. */
    public record Trust(Optional<String> issuer, Optional<String> audience) {}

    /** Trusts whoever has this key, which is used with one algorithm only: HS256 or RS256, as JWA names them. */
    public void trust(Key key, String algorithm, Trust trust) {
        consumer = consumer(trust, algorithm).setVerificationKey(key).build();
    }

    /** Trusts whoever has a key that the resolver finds. */
    public void trust(VerificationKeyResolver keys, String algorithm, Trust trust) {
        consumer = consumer(trust, algorithm).setVerificationKeyResolver(keys).build();
    }

    private static JwtConsumerBuilder consumer(Trust trust, String algorithm) {
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS);
        trust.issuer().ifPresent(builder::setExpectedIssuer);
        trust.audience().ifPresentOrElse(builder::setExpectedAudience, builder::setSkipDefaultAudienceValidation);
        return builder;
    }

    /** Whether a text is to be judged here: somebody is trusted, and it has the three parts of such a token. */
    boolean mayKnow(String token) {
        return consumer != null
                && token.startsWith("eyJ")
                && token.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof TokenCredential token) || !token.isWebToken()) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            return caller(consumer.processToClaims(token.webToken()));
        } catch (InvalidJwtException | MalformedClaimException invalid) {
            // Whoever has issued it cannot be asked for its keys: that says nothing of the token.
            if (isOutOfReach(invalid)) {
                throw new TokensUnavailable(invalid);
            }
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private static CredentialValidationResult caller(JwtClaims claims) throws MalformedClaimException {
        Optional<String> origin = text(claims, "origin");
        Optional<String> name = text(claims, "upn")
                .or(() -> text(claims, "preferred_username"))
                .or(() -> text(claims, "sub"))
                .or(() -> origin);
        Set<String> roles = roles(claims, origin.isPresent());
        // An origin that cannot be read must not come to mean any.
        boolean readable = origin.isPresent() || !claims.hasClaim("origin");
        return !readable || roles.isEmpty() || name.isEmpty()
                ? CredentialValidationResult.INVALID_RESULT
                : new CredentialValidationResult(new Caller(name.get(), origin.orElse(null)), roles);
    }

    private static Set<String> roles(JwtClaims claims, boolean hasOrigin) throws MalformedClaimException {
        if (!claims.hasClaim("groups")) {
            return hasOrigin ? Role.implied(Role.SUBMITTER) : Set.of();
        }
        Set<String> roles = new HashSet<>();
        Collection<String> groups = claims.getStringListClaimValue("groups");
        List.of(Role.READER, Role.SUBMITTER, Role.OPERATOR).stream()
                .filter(groups::contains)
                .forEach(role -> roles.addAll(Role.implied(role)));
        return roles;
    }

    private static boolean isOutOfReach(Throwable invalid) {
        for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
