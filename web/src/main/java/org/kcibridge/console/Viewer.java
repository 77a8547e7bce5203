package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.kcibridge.security.AnonymousReading;
import org.kcibridge.security.Role;

/** Whoever looks at a page, and what may be offered to him. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    HttpServletRequest request;

    public String getName() {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    /** Whether he has not logged in, where everybody may read. */
    public boolean isAnonymous() {
        return getName().equals(AnonymousReading.NAME);
    }

    public boolean isSubmitter() {
        return request.isUserInRole(Role.SUBMITTER);
    }

    public boolean isOperator() {
        return request.isUserInRole(Role.OPERATOR);
    }
}
