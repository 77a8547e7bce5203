package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets callers in by the token they present, as {@code Bearer} or as the password of {@code Basic}.
 *
 * <p>A browser presents it in a cookie, see {@link BrowserLogin}; whoever has to log in to see a page is led to where that is.
 *
 * <p>Credentials that are malformed, unknown, expired or revoked get 401 everywhere, also where none are asked for: a
 * caller who believes to be logged in must not be served as a stranger. No credentials get 401 where some are needed.
 * If the tokens cannot be read the answer is 503.
 *
 * <p>It lies in the EAR's library because Jakarta Security applies it to every web module of the application, and each
 * of them must be able to see it.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

    /** Attribute of a request that was refused: why, for the client. */
    public static final String REFUSAL = "org.kcibridge.security.refusal";

    private static final Logger LOG = Logger.getLogger(TokenAuthentication.class);

    @Inject
    private IdentityStoreHandler identities;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (!headers.isEmpty()) {
            return login(headers, request, response, context);
        }
        boolean needed = context.isProtected() || context.isAuthenticationRequest();
        Optional<String> kept = BrowserLogin.token(request);
        return kept.isPresent()
                ? enter(kept.get(), needed, request, response, context)
                : stranger(needed, request, response, context);
    }

    private static AuthenticationStatus stranger(
            boolean needed, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (needed && BrowserLogin.isPage(request)) {
            return context.redirect(BrowserLogin.detour(request));
        }
        return needed ? Refusal.NO_CREDENTIALS.answer(request, response) : context.doNothing();
    }

    /** A browser goes on sending what it has kept; where nobody asks who it is an old token does no harm. */
    private AuthenticationStatus enter(
            String token,
            boolean needed,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        try {
            CredentialValidationResult result = identities.validate(TokenCredential.of(token));
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : stranger(needed, request, response, context);
        } catch (TokensUnavailable e) {
            LOG.error(e.getMessage());
            return needed ? Refusal.UNAVAILABLE.answer(request, response) : context.doNothing();
        }
    }

    private AuthenticationStatus login(
            List<String> headers,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        Optional<String> token = headers.size() == 1 ? AuthorizationHeader.token(headers.get(0)) : Optional.empty();
        if (token.isEmpty()) {
            return Refusal.BAD_CREDENTIALS.answer(request, response);
        }
        try {
            CredentialValidationResult result = identities.validate(TokenCredential.of(token.get()));
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : Refusal.BAD_CREDENTIALS.answer(request, response);
        } catch (TokensUnavailable e) {
            // One line each: while the database is down this happens with every request.
            LOG.error(e.getMessage());
            return Refusal.UNAVAILABLE.answer(request, response);
        }
    }
}
