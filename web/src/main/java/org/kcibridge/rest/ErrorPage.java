package org.kcibridge.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kcibridge.security.BrowserLogin;
import org.kcibridge.security.TokenAuthentication;

/**
 * Answers errors that never reach Jakarta REST, wrong paths above all. The server's own error pages would say what it
 * is and where in it things went wrong. web.xml sends errors here.
 */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    static final String PATH = "/error";

    private static boolean isForPeople(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String wanted
                && wanted.startsWith(BrowserLogin.CONSOLE);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a code somebody asked for this path itself, where there is nothing.
        int status = code instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
        Object refusal = request.getAttribute(TokenAuthentication.REFUSAL);
        Problem problem = Problem.of(status, refusal instanceof String why ? why : HttpProblems.detail(status));
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (isForPeople(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", PeoplesPage.POLICY);
            response.getWriter().write(PeoplesPage.of(problem));
            return;
        }
        response.setContentType(Problem.JSON);
        response.getOutputStream()
                .write(ObjectMapperProvider.mapper().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
