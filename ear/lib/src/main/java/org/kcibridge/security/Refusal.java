package org.kcibridge.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    UNAVAILABLE(503, "Credentials cannot be checked at the moment; try again later.");

    private static final List<String> CHALLENGES =
            List.of("Bearer realm=\"KCI Bridge\"", "Basic realm=\"KCI Bridge\", charset=\"UTF-8\"");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(TokenAuthentication.REFUSAL, detail);
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            CHALLENGES.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        } else {
            response.setHeader("Retry-After", "5");
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
