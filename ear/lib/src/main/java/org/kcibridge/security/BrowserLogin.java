package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people log in with a browser: it keeps their token in a cookie that no script can read and no other site can have sent
 * along with a change. Nothing is kept here, so that any node may answer, and a token that is revoked is out at once.
 */
@ApplicationScoped
public class BrowserLogin {

    /** Everything below is for people. */
    public static final String CONSOLE = "/console/";

    /** Where they log in. */
    public static final String PAGE = CONSOLE + "login.xhtml";

    private static final String COOKIE = "kci_bridge_token";

    @Inject
    private Logins logins;

    @Inject
    private RateLimits limits;

    /** The token a browser has kept. */
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= AuthorizationHeader.MAX_LENGTH)
                .findFirst();
    }

    static boolean isPage(HttpServletRequest request) {
        return request.getRequestURI().startsWith(CONSOLE);
    }

    /** The address of the login page that leads back to what was asked for. */
    static String detour(HttpServletRequest request) {
        String query = request.getQueryString();
        return detour(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** The same; more parameters may stand behind it. */
    public static String detour(String wanted) {
        return PAGE + "?from=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** Whether somebody at this address may try to log in, who has not tried too often. */
    public boolean mayTry(HttpServletRequest request) {
        return limits.ofAddress(request.getRemoteAddr()).isZero();
    }

    /**
     * Lets the browser keep a token.
     *
     * @return whether the token is valid; otherwise the browser is given nothing
     * @throws TokensUnavailable when nobody can say
     */
    public boolean enter(String token, HttpServletRequest request, HttpServletResponse response) {
        if (token.length() > AuthorizationHeader.MAX_LENGTH
                || token.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || "\",;\\".indexOf(c) >= 0)) {
            return false;
        }
        boolean valid = logins.of(token).isPresent();
        if (valid) {
            response.addCookie(cookie(token, request));
        }
        return valid;
    }

    /** Has the browser forget its token. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        Cookie gone = cookie("", request);
        gone.setMaxAge(0);
        response.addCookie(gone);
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        // Links from elsewhere lead in; forms and scripts of other sites do not.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
