package org.kcibridge.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The answers to callers who do not get in, as RFC 9457 problems. Written by hand, since they are given before JAX-RS
 * has seen the request. None of them says whether a token exists, has expired or was revoked.
 */
enum Refusal {
    NO_CREDENTIALS(
            401,
            "Unauthorized",
            "Credentials are required: a bearer token, or basic authentication with the token as the password."),
    BAD_CREDENTIALS(401, "Unauthorized", "The credentials are not valid."),
    UNAVAILABLE(503, "Service Unavailable", "Credentials cannot be checked at the moment; try again later.");

    private static final List<String> CHALLENGES =
            List.of("Bearer realm=\"KCI Bridge\"", "Basic realm=\"KCI Bridge\", charset=\"UTF-8\"");

    private final int status;
    private final byte[] body;

    Refusal(int status, String title, String detail) {
        this.status = status;
        this.body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(title, status, detail)
                .getBytes(StandardCharsets.UTF_8);
    }

    AuthenticationStatus answer(HttpServletResponse response) {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            CHALLENGES.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        } else {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            // A complete answer is left alone; on one that is merely on its way the server would try to put its error
            // page.
            response.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
