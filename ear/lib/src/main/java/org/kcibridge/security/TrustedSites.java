package org.kcibridge.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * From which pages a browser may be made to ask us: our own, and those of sites that an operator has named. A browser sends along
 * what it has kept, a cookie or a password, and a proxy adds a token of its own; whose doing a request is only {@code Origin}
 * tells, which browsers send with all that could change something, WebSockets among them, and programs do not.
 */
@ApplicationScoped
public class TrustedSites {

    private volatile Set<String> others = Set.of();

    /** Trusts these from now on, besides ourselves. */
    public void trust(Set<String> origins) {
        others = Set.copyOf(origins);
    }

    /** Whether an operator has named this site. */
    public boolean isNamed(String origin) {
        return others.contains(origin);
    }

    /** Whether no page has made this request that may not. */
    boolean mayAsk(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request) || isNamed(origin);
    }

    /** The cookie is for our own pages only. */
    boolean mayUseCookie(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        return origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }
}
