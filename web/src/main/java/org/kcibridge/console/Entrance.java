package org.kcibridge.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kcibridge.security.BrowserLogin;
import org.kcibridge.security.TokensUnavailable;

/** Lets people in by their token, and out. */
@WebServlet({Entrance.ENTER, Entrance.LEAVE})
public class Entrance extends HttpServlet {

    static final String ENTER = "/console/enter";
    static final String LEAVE = "/console/leave";

    private static final int TOO_MANY = 429;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient BrowserLogin login;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(LEAVE)) {
            login.leave(request, response);
            response.sendRedirect(BrowserLogin.PAGE);
            return;
        }
        if (!login.mayTry(request)) {
            response.setHeader("Retry-After", "60");
            response.sendError(TOO_MANY);
            return;
        }
        String wanted = wanted(request.getParameter("from"));
        String token =
                Optional.ofNullable(request.getParameter("token")).orElse("").strip();
        response.sendRedirect(next(token, wanted, request, response));
    }

    private String next(String token, String wanted, HttpServletRequest request, HttpServletResponse response) {
        try {
            return login.enter(token, request, response) ? wanted : BrowserLogin.detour(wanted) + "&wrong=true";
        } catch (TokensUnavailable away) {
            return BrowserLogin.detour(wanted) + "&away=true";
        }
    }

    /** Only pages of the console: others could be anybody's. */
    static String wanted(String from) {
        boolean ours = from != null
                && from.startsWith(BrowserLogin.CONSOLE)
                && from.chars().noneMatch(c -> c <= ' ' || c == '\\');
        return ours ? from : BrowserLogin.CONSOLE;
    }
}
