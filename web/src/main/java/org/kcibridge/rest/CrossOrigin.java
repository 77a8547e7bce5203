package org.kcibridge.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kcibridge.security.TrustedSites;

/**
 * Lets pages of other sites, which an operator has named, ask the API with a token of their own (Fetch Standard, CORS). They
 * cannot use the console's cookie, which no other site has sent along.
 */
@WebFilter(BridgeApi.PATH + "/*")
public class CrossOrigin extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PREFLIGHT = "Access-Control-Request-Method";

    @Inject
    private transient TrustedSites sites;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (origin == null || !sites.isNamed(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.addHeader("Vary", "Origin");
        response.setHeader("Access-Control-Expose-Headers", "Location, Retry-After, Preference-Applied");
        if ("OPTIONS".equals(request.getMethod()) && request.getHeader(PREFLIGHT) != null) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Prefer, Accept");
            response.setHeader("Access-Control-Max-Age", "600");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }
}
