package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
 * caller who believes to be logged in must not be served as a stranger. No credentials get 401 where some are needed,
 * unless everybody may read. If the tokens cannot be read the answer is 503, and 429 to whoever asks too often.
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
    private Logins logins;

    @Inject
    private RateLimits limits;

    @Inject
    private AnonymousReading anonymous;

    @Inject
    private TrustedSites sites;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Visit visit = new Visit(request, response, context);
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        try {
            if (!headers.isEmpty()) {
                return login(headers, visit);
            }
            Optional<String> kept = BrowserLogin.token(request);
            return kept.isPresent() ? enter(kept.get(), visit) : stranger(visit);
        } catch (TokensUnavailable e) {
            // One line each: while the database is down this happens with every request.
            LOG.error(e.getMessage());
            return headers.isEmpty() && !visit.needsLogin() ? context.doNothing() : visit.refuse(Refusal.UNAVAILABLE);
        }
    }

    /** Whoever has a valid token is served, however often others at his address were wrong. */
    private AuthenticationStatus login(List<String> headers, Visit visit) {
        if (!sites.mayAsk(visit.request())) {
            return visit.refuse(Refusal.FOREIGN_PAGE);
        }
        Optional<Logins.Login> login =
                headers.size() == 1 ? AuthorizationHeader.token(headers.get(0)).flatMap(logins::of) : Optional.empty();
        return login.isPresent() ? serve(login.get(), visit) : refuse(Refusal.BAD_CREDENTIALS, visit);
    }

    /** A browser goes on sending what it has kept; where nobody asks who it is an old token does no harm. */
    private AuthenticationStatus enter(String token, Visit visit) {
        Optional<Logins.Login> login = sites.mayUseCookie(visit.request()) ? logins.of(token) : Optional.empty();
        return login.isPresent() ? serve(login.get(), visit) : stranger(visit);
    }

    private AuthenticationStatus serve(Logins.Login login, Visit visit) {
        Duration pause = limits.ofToken(login.credential());
        return pause.isZero()
                ? visit.context().notifyContainerAboutLogin(login.result())
                : visit.refuse(Refusal.TOO_MANY, pause);
    }

    private AuthenticationStatus stranger(Visit visit) {
        if (!visit.needsLogin()) {
            return visit.context().doNothing();
        }
        if (anonymous.isAllowed() && visit.onlyReads()) {
            Duration pause = limits.ofAddress(visit.address());
            return pause.isZero()
                    ? visit.context().notifyContainerAboutLogin(anonymous.login())
                    : visit.refuse(Refusal.TOO_MANY, pause);
        }
        return visit.isForPage()
                ? visit.context().redirect(BrowserLogin.detour(visit.request()))
                : refuse(Refusal.NO_CREDENTIALS, visit);
    }

    private AuthenticationStatus refuse(Refusal refusal, Visit visit) {
        Duration pause = limits.ofAddress(visit.address());
        return pause.isZero() ? visit.refuse(refusal) : visit.refuse(Refusal.TOO_MANY, pause);
    }

    /** One request and what is known of it. */
    private record Visit(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {

        private static final List<String> READING = List.of("GET", "HEAD");

        String address() {
            return request.getRemoteAddr();
        }

        boolean needsLogin() {
            return context.isProtected() || context.isAuthenticationRequest();
        }

        boolean isForPage() {
            return BrowserLogin.isPage(request);
        }

        boolean onlyReads() {
            return READING.contains(request.getMethod());
        }

        AuthenticationStatus refuse(Refusal refusal) {
            return refusal.answer(request, response);
        }

        AuthenticationStatus refuse(Refusal refusal, Duration wait) {
            return refusal.answer(request, response, wait);
        }
    }
}
