package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;

/** Finds out whose a token is. */
@ApplicationScoped
class Logins {

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private JsonWebTokens webTokens;

    /** A token that is valid, and whose it is. */
    record Login(TokenCredential credential, CredentialValidationResult result) {}

    /**
     * Whose a token is; nobody's when it is not valid.
     *
     * @throws TokensUnavailable when nobody can say
     */
    Optional<Login> of(String token) {
        TokenCredential credential = TokenCredential.of(token, webTokens.mayKnow(token));
        CredentialValidationResult result = identities.validate(credential);
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? Optional.of(new Login(credential, result))
                : Optional.empty();
    }
}
