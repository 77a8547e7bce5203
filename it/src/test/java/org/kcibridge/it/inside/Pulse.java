package org.kcibridge.it.inside;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.Heartbeat;

/** Lets tests outside stop and start the bridge's background work, and do it bit by bit; only the tests' own WAR has this door. */
@WebServlet("/pulse/*")
public class Pulse extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    transient Heartbeat heartbeat;

    @Inject
    transient Instance<Chore> chores;

    /** Whether it works. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(!heartbeat.isPaused());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo()) {
            case "/pause" -> pause(response);
            case "/resume" -> heartbeat.resume();
            case "/beat" -> beat(request.getParameter("chore"), response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Does a chore once; it must not be at work by itself. */
    private void beat(String name, HttpServletResponse response) throws IOException {
        Optional<Chore> chore =
                chores.stream().filter(one -> one.name().equals(name)).findFirst();
        if (!heartbeat.isPaused() || chore.isEmpty()) {
            response.sendError(HttpServletResponse.SC_CONFLICT, "no such chore, or it is at work by itself");
            return;
        }
        chore.get().run();
    }

    private void pause(HttpServletResponse response) throws IOException {
        try {
            if (!heartbeat.pause(PATIENCE)) {
                response.sendError(HttpServletResponse.SC_CONFLICT, "a chore does not end");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
