package org.kcibridge.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;

/**
 * The answers to callers who do not get in. Status and headers are set here; what there is to say is left to the
 * application's error page, which the server asks for it: a body that is written here would be in its way as long as the
 * client's has not been read. None of them says whether a token exists, has expired or was revoked.
 */
enum Refusal {
    NO_CREDENTIALS(
            401, "Credentials are required: a bearer token, or basic authentication with the token as the password."),
    BAD_CREDENTIALS(401, "The credentials are not valid."),
    FOREIGN_PAGE(403, "A page of another site has asked this, and BRIDGE_CORS_ORIGINS does not name that site."),
    TOO_MANY(429, "These are more requests than one may make in a minute; Retry-After tells when to come again."),
    UNAVAILABLE(503, "Credentials cannot be checked at the moment; try again later.");

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final List<String> CHALLENGES =
            List.of("Bearer realm=\"KCI Bridge\"", "Basic realm=\"KCI Bridge\", charset=\"UTF-8\"");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, PAUSE);
    }

    /** @param wait after how long the caller may come again; whoever has to log in first is not told */
    AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response, Duration wait) {
        request.setAttribute(TokenAuthentication.REFUSAL, detail);
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            CHALLENGES.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        } else if (status != HttpServletResponse.SC_FORBIDDEN) {
            // Whole seconds, rounded up: fewer would be too early.
            response.setHeader(
                    "Retry-After", String.valueOf(wait.plusNanos(999_999_999).toSeconds()));
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
